package dev.switchback.jupiter;

import dev.switchback.provision.Database;
import dev.switchback.provision.KeptDatabase;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Server;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The end of a test or class, as its database sees it. If it has failed, the failure is told what it ran on, once; and the database is
 * kept if that is asked for.
 *
 * @param failure empty as long as it has not failed
 * @param reporter of entries in JUnit's reports
 */
record TestEnd(
        TestSettings settings,
        SwitchbackSession session,
        TestPlace place,
        Supplier<Optional<Throwable>> failure,
        Consumer<Map<String, String>> reporter) {

    static final String ENTRY = "switchback.database";
    static final String LEFT = "switchback.left";

    private static final System.Logger LOG = System.getLogger(TestEnd.class.getName());

    static TestEnd of(ExtensionContext context) {
        return new TestEnd(
                SettingsReader.test(context),
                SwitchbackSession.of(context),
                TestPlace.of(context),
                context::getExecutionException,
                context::publishReportEntry);
    }

    boolean isFailed() {
        return failure.get()
                .filter(failed -> !(failed instanceof TestAbortedException))
                .isPresent();
    }

    /** Tells what a test has left at work on its database; empty if nothing. */
    void tellLeft(String sessions) {
        if (!sessions.isEmpty()) {
            String text = place.name() + " has left work on its database, which was ended with it:\n\n" + sessions
                    + "\n\nCommit, roll back or close it before the test ends, and wait for threads that the test has started.";
            reporter.accept(Map.of(LEFT, text));
            LOG.log(Level.WARNING, text);
        }
    }

    /** Tells the failure of a database that nobody needs after this, and keeps a copy of it as it is now. */
    void tell(Database database, DatabaseSettings migrated) {
        tell(database, migrated, this::keep);
    }

    /** Tells the failure of a database that others go on with: it is kept when they are done. */
    void tellOfShared(Database database, DatabaseSettings migrated, String owner) {
        tell(database, migrated, shared -> "when " + owner + " is over, which shares it");
    }

    /** Tells the failure of a database that others read, too, and that is as its template. */
    void tellOfReadOnly(Database database, DatabaseSettings migrated) {
        tell(database, migrated, shared -> "not, because read-only tests share it and leave it as it was");
    }

    private interface Kept {
        String describe(Database database);
    }

    private void tell(Database database, DatabaseSettings migrated, Kept kept) {
        if (!isFailed()) {
            return;
        }
        FailedOn told = new FailedOn(FailedOn.text(place, database, migrated, settings)
                + (settings.keeping() == Keeping.FAILED ? FailedOn.line("kept", kept.describe(database)) : ""));
        Throwable failed = failure.get().orElseThrow();
        for (Throwable earlier : failed.getSuppressed()) {
            if (earlier instanceof FailedOn) {
                return;
            }
        }
        failed.addSuppressed(told);
        reporter.accept(Map.of(ENTRY, String.valueOf(told.getMessage())));
    }

    /** The databases that a class shared, once it is over. */
    void keepShared(Database database) {
        if (settings.keeping() == Keeping.FAILED) {
            String text = "The database of " + place.name() + ", in which a test has failed:\n\n"
                    + FailedOn.line("kept", keep(database));
            reporter.accept(Map.of(ENTRY, text));
            System.out.println(text);
        }
    }

    private String keep(Database database) {
        Server server = session.server(settings.database().server());
        try {
            KeptDatabase kept = server.keep(database);
            return """
                    as %s, for a day
                    to connect: %s
                    JDBC: %s, user %s
                    to remove it: %s"""
                    .formatted(kept.name(), kept.client(), kept.url(), kept.user(), kept.removal());
        } catch (ProvisionException e) {
            return "not, because " + e.getMessage();
        }
    }
}

package dev.switchback.jupiter;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** The database behind one or several leases; where it cannot be brought back, another takes its place. Thread-safe. */
final class HeldDatabase {

    private static final String NO_SUPERUSER =
            "the role may not write rows without their triggers, which a superuser may.\n\nTake databases in the tests and not"
                    + " in a @BeforeAll method, or let each test find what the tests before it left, with"
                    + " reset = Reset.NONE.";

    private static final String AT_ONCE =
            """
            %s begins while %s runs, and both work with the database that %s shares. It is brought back to its seeded state before \
            and after each test, so that one would lose the rows of the other.

            Have these tests run one after the other, with @Execution(ExecutionMode.SAME_THREAD), or give them databases of \
            their own, by asking for them in the test and not in a @BeforeAll method. Tests that only read may \
            share one with @TestDatabase(readOnly = true), and those that are meant to see each other's rows say \
            reset = Reset.NONE.""";

    private final Supplier<Database> another;
    private volatile Database current;
    private Optional<String> guest = Optional.empty();

    /** @param another makes one that is as the first is now */
    HeldDatabase(Database first, Supplier<Database> another) {
        this.current = first;
        this.another = another;
    }

    /** One that nothing takes the place of. */
    HeldDatabase(Database only) {
        this(only, () -> only);
    }

    Database current() {
        return current;
    }

    /** Another takes its place, whose owner is somebody else. */
    void moveTo(Database next) {
        current = next;
    }

    /**
     * A test begins to work with it, before which and after which it is brought back.
     *
     * @throws FixtureException if another test does, whose rows would be lost
     */
    synchronized void enter(String test, String owner) {
        guest.ifPresent(other -> {
            throw new FixtureException(AT_ONCE.formatted(test, other, owner));
        });
        guest = Optional.of(test);
    }

    /** The test that has begun to work with it is over. */
    synchronized void leave() {
        guest = Optional.empty();
    }

    /**
     * Brings the database back to its seeded state. If that is impossible, it is dropped with all sessions on it, and another is
     * here from now on.
     *
     * @param moment when this is, such as {@code After method shop.OrderTest.pays()}
     * @param owner who shares it
     * @param more what else there is to say about that moment
     * @param busy tells which connections still do something
     * @throws FixtureException with the reason, unless only the connection was lost
     */
    synchronized void bringBack(String moment, String owner, String more, Supplier<String> busy) {
        if (!(current instanceof LentDatabase lent)) {
            throw new FixtureException(text(moment, owner) + NO_SUPERUSER);
        }
        Optional<Obstacle> obstacle;
        try {
            obstacle = lent.reset();
        } catch (SQLException aCopyIsAsGood) {
            replace(lent, another.get());
            return;
        }
        if (obstacle.isPresent()) {
            Database next = another.get();
            String objects =
                    switch (obstacle.get().kind()) {
                        case SCHEMA -> changes(next, lent);
                        case BUSY, HELD -> paragraph(busy.get());
                        case ROWS -> "";
                    };
            replace(lent, next);
            throw new FixtureException(text(moment, owner) + obstacle.get().text() + objects + "\n\n"
                    + remedy(obstacle.get().kind()) + more + "\n\nThe tests after this one have a new database.");
        }
    }

    private static String paragraph(String text) {
        return text.isEmpty() ? "" : "\n\n" + text;
    }

    private void replace(LentDatabase lent, Database next) {
        current = next;
        lent.discard();
    }

    private static String text(String moment, String owner) {
        return "%s, the database that %s shares cannot be brought back to its seeded state: ".formatted(moment, owner);
    }

    private static String remedy(Obstacle.Kind kind) {
        return switch (kind) {
            case BUSY -> "Commit, roll back or close it before the test ends.";
            case HELD -> "Release or drop it, or close the session, before the test ends.";
            case SCHEMA, ROWS ->
                "Give such tests databases of their own, by asking for them in the test and not in a @BeforeAll method,"
                        + " or let each test find what the tests before it left, with reset = Reset.NONE.";
        };
    }

    /** The objects that changed; none where what changed is no object, such as a setting of the database. */
    private static String changes(Database before, Database after) {
        try {
            String diff = SchemaDiff.between(schema(before), schema(after)).toString();
            return diff.isBlank() ? "" : "\n\n  " + diff.strip().replace("\n", "\n  ");
        } catch (SQLException | SchemaException e) {
            return "\n\nWhich objects they are cannot be read: " + e.getMessage();
        }
    }

    private static Schema schema(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Schema.read(connection);
        }
    }
}

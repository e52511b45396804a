package dev.switchback.lint;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementByStatement;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.threads.DaemonThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Trials of the safer ways that findings offer: the migrations run once more, behind those that are judged, and each way is tried
 * where the statement stands that it replaces, and taken back. Those of repeatable and Java migrations are not tried, and no way
 * further than to where a person has to do something.
 */
final class SaferWayTrials implements AutoCloseable {

    private final Server server;
    private final Configuration flyway;
    private final SaferWayOffers offers = new SaferWayOffers();
    private final SaferWayCallback callback;
    private boolean beginEarly;
    private Optional<CompletableFuture<Void>> run = Optional.empty();

    /** Prepares trials on a database of their own, which begin when all migrations are judged. */
    SaferWayTrials(Server server, Configuration flyway, SaferWays saferWays) {
        this.server = server;
        this.flyway = flyway;
        this.callback = new SaferWayCallback(offers, saferWays);
    }

    /** Has the trials begin with the first safer way that is offered, on a thread of their own. */
    void beginEarly() {
        beginEarly = true;
    }

    /** Takes the findings on one migration. */
    void add(MigrationEffects effects, List<LintFinding> findings) {
        if (offers.add(effects, findings) && run.isEmpty() && beginEarly) {
            run = Optional.of(CompletableFuture.runAsync(this::run, DaemonThreads.named("switchback-safer-ways")));
        }
    }

    /**
     * Waits until all is tried that was offered.
     *
     * @return the findings whose safer way is refused, without it, by what they were
     */
    Map<LintFinding, LintFinding> refused() {
        offers.complete();
        if (run.isPresent()) {
            await(run.get());
        } else if (!offers.areOver()) {
            run();
        }
        Map<LintFinding, LintFinding> refused = new HashMap<>();
        callback.refusals().forEach((finding, reason) -> refused.put(finding, without(finding, reason)));
        return refused;
    }

    private static void await(CompletableFuture<Void> run) {
        try {
            run.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void run() {
        try (Database database = server.create()) {
            FluentConfiguration own = StatementByStatement.of(flyway, callback).dataSource(database.dataSource());
            MigrationDialect.ofProductOf(database.dataSource()).prepare(own);
            QuietFlyway.load(own).migrate();
        } catch (FlywayException | SaferWayCallback.Ended over) {
            // All was tried, or a migration fails, which has a finding of its own.
        }
    }

    /** Ends a run that goes on, with its database. */
    @Override
    public void close() {
        offers.cancel();
        run.ifPresent(
                running -> running.handle((nothing, failure) -> failure == null).join());
    }

    private static LintFinding without(LintFinding finding, String reason) {
        return finding.safer(List.of())
                .because(
                        finding.effect(),
                        (finding.reason()
                                        + " The way that is safer elsewhere was tried and does not work here: "
                                        + reason)
                                .strip());
    }
}

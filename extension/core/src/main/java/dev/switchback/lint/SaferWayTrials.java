package dev.switchback.lint;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Trials of the safer ways that findings offer: the migrations run once more, and each way is tried where the statement stands that
 * it replaces, and taken back. Those of repeatable and Java migrations are not tried, and no way further than to where a person
 * has to do something.
 */
final class SaferWayTrials {

    private final SaferWays saferWays;
    private final Map<Place, List<LintFinding>> offers = new HashMap<>();

    /**
     * The place of a statement.
     *
     * @param position among the statements of its migration, from 0
     */
    record Place(String version, int position) {}

    SaferWayTrials(SaferWays saferWays) {
        this.saferWays = saferWays;
    }

    /** Takes what is offered in the findings on one migration. */
    void add(MigrationEffects effects, List<LintFinding> findings) {
        if (effects.migration().version().isEmpty() || effects.text().isEmpty()) {
            return;
        }
        List<Integer> lines =
                effects.statements().stream().map(StatementEffects::line).toList();
        for (LintFinding finding : findings) {
            int position = finding.line() == 0 ? -1 : lines.indexOf(finding.line());
            if (!finding.saferSql().isEmpty() && finding.file().equals(effects.file()) && position >= 0) {
                offers.computeIfAbsent(new Place(effects.migration().version(), position), place -> new ArrayList<>())
                        .add(finding);
            }
        }
    }

    /**
     * Runs the trials on a database of their own.
     *
     * @return the findings whose safer way is refused, without it, by what they were
     */
    Map<LintFinding, LintFinding> run(Server server, Configuration flyway) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        SaferWayCallback trials = new SaferWayCallback(offers, saferWays);
        try (Database database = server.create()) {
            FluentConfiguration own = Flyway.configure(flyway.getClassLoader())
                    .configuration(flyway)
                    .dataSource(database.dataSource())
                    .group(false)
                    .batch(false)
                    .callbacks(Stream.concat(Arrays.stream(flyway.getCallbacks()), Stream.of(trials))
                            .toArray(Callback[]::new));
            MigrationDialect.ofProductOf(database.dataSource()).prepare(own);
            QuietFlyway.load(own).migrate();
        } catch (FlywayException | SaferWayCallback.Ended over) {
            // All was tried, or a migration fails, which has a finding of its own.
        }
        Map<LintFinding, LintFinding> refused = new HashMap<>();
        trials.refusals().forEach((finding, reason) -> refused.put(finding, without(finding, reason)));
        return refused;
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

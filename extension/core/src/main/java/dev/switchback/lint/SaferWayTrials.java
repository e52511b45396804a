package dev.switchback.lint;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Trials of the safer ways that findings offer, each on a copy of the database as it is before the statement that it replaces.
 * Those of repeatable and Java migrations are not tried, and no way further than to where a person has to do something.
 */
final class SaferWayTrials {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final String COMMENT = "--";

    /** A comment that says where what follows goes, and asks for nothing. */
    private static final String PLACE = "-- in ";

    private static final Pattern TO_COMPLETE = Pattern.compile("<[a-z]+>| \\.\\.\\.;");

    private final Map<String, List<Offer>> offers = new HashMap<>();

    /**
     * A safer way.
     *
     * @param before the statements of the migration that ran before the one that it replaces
     */
    private record Offer(LintFinding finding, List<StatementEffects> before) {}

    /** Takes what is offered in the findings on one migration. */
    void add(MigrationEffects effects, List<LintFinding> findings) {
        if (effects.migration().version().isEmpty() || effects.text().isEmpty()) {
            return;
        }
        for (LintFinding finding : findings) {
            if (!finding.saferSql().isEmpty() && finding.file().equals(effects.file())) {
                List<StatementEffects> before = effects.statements().stream()
                        .takeWhile(statement -> statement.line() != finding.line())
                        .toList();
                offers.computeIfAbsent(effects.migration().version(), version -> new ArrayList<>())
                        .add(new Offer(finding, before));
            }
        }
    }

    /**
     * Runs the trials.
     *
     * @param migrations all that there are, in order
     * @return the findings whose safer way is refused, without it, by what they were
     */
    Map<LintFinding, LintFinding> run(Server server, Configuration flyway, List<Migration> migrations) {
        Map<LintFinding, LintFinding> refused = new HashMap<>();
        if (offers.isEmpty()) {
            return refused;
        }
        try (Database database = server.create()) {
            Migrations forward = Migrations.of(QuietFlyway.load(Flyway.configure(flyway.getClassLoader())
                            .configuration(flyway)
                            .dataSource(database.dataSource()))
                    .flyway());
            Optional<Migration> before = Optional.empty();
            for (Migration migration : migrations) {
                List<Offer> ofMigration = offers.getOrDefault(migration.version(), List.of());
                if (!ofMigration.isEmpty()) {
                    before.ifPresent(last -> forward.up(last.version()));
                }
                for (Offer offer : ofMigration) {
                    try (Database copy = server.copy(database)) {
                        refusal(offer, copy, flyway)
                                .ifPresent(reason -> refused.put(offer.finding(), without(offer.finding(), reason)));
                    }
                }
                before = Optional.of(migration);
            }
        }
        return refused;
    }

    private static LintFinding without(LintFinding finding, String reason) {
        return finding.safer(List.of())
                .because(
                        finding.effect(),
                        (finding.reason()
                                        + " The way that is safer elsewhere was tried on a copy and does not work here: "
                                        + reason)
                                .strip());
    }

    /** The server's reason; empty if there is none, or if what runs before cannot be repeated. */
    private static Optional<String> refusal(Offer offer, Database copy, Configuration flyway) {
        try (Connection session = copy.dataSource().getConnection();
                Statement statement = session.createStatement()) {
            statement.setQueryTimeout((int) TIME_LIMIT.toSeconds());
            begin(session, statement, flyway);
            for (StatementEffects earlier : offer.before()) {
                session.setAutoCommit(!earlier.isInTransaction());
                statement.execute(earlier.sql());
            }
            session.setAutoCommit(true);
            return refusal(offer.finding().saferSql(), statement);
        } catch (SQLException notRepeatable) {
            return Optional.empty();
        }
    }

    /** As Flyway begins a session. */
    private static void begin(Connection session, Statement statement, Configuration flyway) throws SQLException {
        if (flyway.getInitSql() != null) {
            statement.execute(flyway.getInitSql());
        }
        String schema = flyway.getDefaultSchema() != null
                ? flyway.getDefaultSchema()
                : flyway.getSchemas().length > 0 ? flyway.getSchemas()[0] : null;
        if (schema != null) {
            session.setSchema(schema);
        }
    }

    private static Optional<String> refusal(List<String> steps, Statement statement) {
        for (String step : steps) {
            if (step.startsWith(PLACE)) {
                continue;
            }
            if (step.startsWith(COMMENT) || TO_COMPLETE.matcher(step).find()) {
                return Optional.empty();
            }
            try {
                statement.execute(step);
            } catch (SQLException refused) {
                return Optional.of(
                        String.valueOf(refused.getMessage()).lines().findFirst().orElse("") + ", of " + step.strip());
            }
        }
        return Optional.empty();
    }
}

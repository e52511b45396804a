package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Patterns of {@code exclude} after which nothing can fail, or that leave out nothing. */
@ExtendWith(SharedServer.class)
class ExcludedFindingsTests {

    private static final RoundTripSettings DEFAULTS = RoundTripSettings.defaults();

    private final Server server;
    private final Folder folder;
    private final Path cache;

    ExcludedFindingsTests(Server server, @TempDir Path path, @TempDir Path cache) {
        this.server = server;
        this.cache = cache;
        this.folder = new Folder(path)
                .step(1, "person", "CREATE TABLE person (id int);", "DROP TABLE person;")
                .step(2, "audit", "CREATE TABLE audit_log (id int);", "DROP TABLE audit_log;")
                .step(3, "no audit", "DROP TABLE audit_log;", "CREATE TABLE audit_log (id int);");
    }

    private List<Finding> findings(RoundTripSettings settings) {
        return Trip.of(server, folder.flyway(), settings).result().findings();
    }

    private void assertFinding(RoundTripSettings settings, Severity severity, String text) {
        assertThat(findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.text()).isEqualTo(text);
            assertThat(finding.severity()).isEqualTo(severity);
        });
    }

    @ParameterizedTest
    @EnumSource
    void patternsThatLeaveNothingFailInEveryMode(RoundTripMode mode) {
        assertFinding(
                DEFAULTS.withMode(mode).withExcluded("public"),
                Severity.FAIL,
                """
                exclude leaves nothing to compare: public

                  It leaves out all that the migrations make, so no undo could be found wrong. Name only what is not to be compared,
                  such as public.audit_*.
                """);
    }

    @Test
    void theyFailOverGeneratedRowsAndInTheChecksOfAllMigrations() {
        RoundTripSettings everything = DEFAULTS.withExcluded("public.person", "public.audit_*");

        assertThat(findings(everything.withGeneratedRows(RoundTripRows.ONLY_GENERATED)))
                .extracting(Finding::rule)
                .containsExactly("exclude-everything");
        try (HeadChecks checks = HeadChecks.of(server, folder.flyway(), everything)) {
            assertThat(checks.runningAgainChangesNothing())
                    .extracting(Finding::title)
                    .containsExactly("exclude leaves nothing to compare: public.person, public.audit_*");
            assertThat(checks.repeatablesAreRepeatable()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STEPS", "FULL"})
    void aPatternThatNoVersionMatchesFails(RoundTripMode mode) {
        assertFinding(
                DEFAULTS.withMode(mode).withExcluded("public.audt_*", "public.audit_*"),
                Severity.FAIL,
                """
                exclude names what no migration makes: 'public.audt_*'

                  'public.audt_*' matches no object. Did you mean public.audit_*?

                  Patterns are qualified names in which * stands for any characters. Remove one that is not needed any more.
                """);
    }

    @Test
    void itIsToldWhereOthersShareThePatternsOrNotAllIsJudged() {
        RoundTripSettings unmatched = DEFAULTS.withExcluded("public.log_*");

        assertThat(List.of(
                        unmatched.withSharedExclusion(),
                        unmatched.withMode(RoundTripMode.LATEST),
                        unmatched.withFrom("2")))
                .allSatisfy(settings -> assertThat(findings(settings))
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.rule()).isEqualTo("exclude-unmatched");
                            assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
                        }));
    }

    @Test
    void aPatternMayMatchInOneVersionOnlyOrOnlyWhatAnUndoMakes() {
        folder.step(
                4,
                "email",
                "ALTER TABLE person ADD email text;",
                """
                CREATE TABLE IF NOT EXISTS undone_email AS SELECT id, email FROM person;
                ALTER TABLE person DROP email;""");

        assertThat(findings(DEFAULTS.withExcluded("public.audit_*", "public.undone_*")))
                .isEmpty();
    }

    @Test
    void aPatternMayMeanWhatARepeatableMigrationMakes() {
        folder.file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT id FROM person;");
        RoundTripSettings view = DEFAULTS.withExcluded("public.names");

        assertThat(findings(view)).isEmpty();
        assertThat(findings(view.withMode(RoundTripMode.FULL))).isEmpty();
        assertThat(findings(DEFAULTS.withExcluded("public.nmes"))).hasSize(1);
    }

    @Test
    void behindAMigrationThatFailsNobodyKnows() {
        folder.up(4, "broken", "DROP TABLE nowhere;").up(5, "report", "CREATE TABLE report_day (id int);");

        assertThat(findings(DEFAULTS.withExcluded("public.report_*"))).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAgainWhereVerdictsAreKept() {
        RoundTripSettings kept = DEFAULTS.withCache(cache);
        Trip first = Trip.of(server, folder.flyway(), kept.withExcluded("public.log_*"));
        Trip second = Trip.of(server, folder.flyway(), kept.withExcluded("public.log_*"));

        assertThat(second.result().findings())
                .isEqualTo(first.result().findings())
                .hasSize(1);
        assertThat(second.result().judgedEveryTime())
                .containsExactly("patterns of exclude mean nothing, so all steps are judged every time");
    }

    @Test
    void patternsThatMatterAreNotAskedForAgain() {
        RoundTripSettings kept = DEFAULTS.withCache(cache).withExcluded("public.audit_*");
        Trip.of(server, folder.flyway(), kept);
        Trip second = Trip.of(server, folder.flyway(), kept);

        assertThat(second.result().known()).hasSize(3);
        assertThat(second.result().findings()).isEmpty();
    }
}

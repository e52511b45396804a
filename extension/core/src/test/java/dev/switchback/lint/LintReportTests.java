package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LintReportTests {

    private static final LintRule RULE = LintRules.get("index-not-concurrent");

    private static LintFinding index(String file, int line, String name) {
        return LintFinding.of(RULE, file, line, "building %s locks public.t".formatted(name))
                .at(line, "CREATE INDEX %s ON t (a);".formatted(name))
                .because("SHARE lock on public.t: writes wait.", "It grows with the table.")
                .safer(List.of("CREATE INDEX CONCURRENTLY %s ON t (a);".formatted(name)));
    }

    @Test
    void whatStatementsOfAFileHaveInCommonIsSaidWithTheFirst() {
        LintReport report = new LintReport(
                List.of(),
                List.of(
                        index("db/V1__a.sql", 1, "one"),
                        index("db/V1__a.sql", 2, "two"),
                        index("db/V2__b.sql", 1, "three")),
                List.of());

        assertThat(report)
                .hasToString(
                        """
                        V1__a.sql:1: index-not-concurrent: building one locks public.t

                            CREATE INDEX one ON t (a);

                          Seen: SHARE lock on public.t: writes wait.
                          Why it matters: It grows with the table.

                          Safer:

                            CREATE INDEX CONCURRENTLY one ON t (a);

                          At db/V1__a.sql:1; more in docs/lint/index-not-concurrent.md

                        V1__a.sql:2: index-not-concurrent: building two locks public.t

                            CREATE INDEX two ON t (a);

                          Seen: SHARE lock on public.t: writes wait.

                          Safer:

                            CREATE INDEX CONCURRENTLY two ON t (a);

                        V2__b.sql:1: index-not-concurrent: building three locks public.t

                            CREATE INDEX three ON t (a);

                          Seen: SHARE lock on public.t: writes wait.
                          Why it matters: It grows with the table.

                          Safer:

                            CREATE INDEX CONCURRENTLY three ON t (a);

                          At db/V2__b.sql:1; more in docs/lint/index-not-concurrent.md

                        0 migrations linted: 3 failures, 0 notices
                        """);
    }
}

package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Good and bad migrations, each with the findings that an expert expects. All of them are one history, since a lint of its own
 * for each would take minutes; between two cases everything is dropped.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LintCorpusTests {

    private static final Pattern TITLE = Pattern.compile("V(\\d+)_(\\d+)__x\\.sql(:\\d+)?: .*");

    private static final String DROP_ALL =
            """
            DO $$
            DECLARE
                object text;
            BEGIN
                FOR object IN
                    SELECT format('%s %s', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                                        WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass)
                      FROM pg_class
                     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
                       AND relname <> 'flyway_schema_history' AND NOT relispartition
                     UNION ALL
                    SELECT format('ROUTINE %s', oid::regprocedure) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                     UNION ALL
                    SELECT format('%s %s', CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, oid::regtype) FROM pg_type
                     WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
                     UNION ALL
                    SELECT format('SCHEMA %I', nspname) FROM pg_namespace
                     WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')
                LOOP
                    BEGIN
                        EXECUTE format('DROP %s CASCADE', object);
                    EXCEPTION
                        WHEN undefined_table OR undefined_function OR undefined_object OR dependent_objects_still_exist THEN NULL;
                    END;
                END LOOP;
            END $$;
            """;

    private final List<LintCase> cases =
            Stream.of("locks.txt").flatMap(file -> LintCase.in(file).stream()).toList();
    private List<LintFinding> findings = List.of();

    List<LintCase> cases() {
        return cases;
    }

    @BeforeAll
    void lint(Server server, @TempDir Path path) {
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i)
                    .write(path, "V%d_".formatted(100 + i))
                    .file("V%d_999__drop_all.sql".formatted(100 + i), DROP_ALL);
        }
        LintReport report = Lint.of(server, new dev.switchback.testing.Folder(path).flyway(), LintSettings.defaults())
                .run();
        assertThat(report.remarks()).isEmpty();
        findings = report.findings();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatAnExpertExpects(LintCase each) {
        List<LintFinding> found = findings.stream()
                .filter(finding -> finding.file().contains("V%d_".formatted(100 + cases.indexOf(each))))
                .filter(finding -> !finding.file().contains("drop_all"))
                .toList();

        assertThat(found.stream().map(LintCorpusTests::shortened))
                .as("%s", found)
                .containsExactlyElementsOf(each.expected());
    }

    private static String shortened(LintFinding finding) {
        return TITLE.matcher(finding.title()).replaceFirst("V$2$3")
                + " "
                + finding.rule().id()
                + (finding.severity() == Severity.FAIL ? "" : " notice");
    }
}

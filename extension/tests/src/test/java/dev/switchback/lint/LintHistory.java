package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The findings on many cases. They are one history, since a lint of its own for each would take minutes; between two cases
 * everything is dropped.
 */
record LintHistory(List<LintCase> cases, LintReport report) {

    private static final Pattern TITLE = Pattern.compile("([VU])(\\d+)_(\\d+)__x\\.sql(:\\d+)?: .*");

    private static final String DROP_ALL =
            """
            DO $$
            DECLARE
                object text;
            BEGIN
                FOR object IN
                    SELECT format('%s %s', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
                                                        WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass)
                      FROM pg_class
                     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                       AND relname <> 'flyway_schema_history' AND NOT relispartition
                     UNION ALL
                    SELECT format('ROUTINE %s', oid::regprocedure) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                     UNION ALL
                    SELECT format('%s %s', CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, oid::regtype) FROM pg_type
                     WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'c') AND NOT EXISTS (SELECT FROM pg_class WHERE oid = typrelid AND relkind <> 'c')
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

    static LintHistory of(List<LintCase> all, Server server, Path path, LintSettings settings) {
        List<LintCase> cases = new ArrayList<>(all);
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i).write(path, prefix(i)).file(prefix(i) + "999__drop_all.sql", DROP_ALL);
        }
        LintReport report = Lint.of(server, new Folder(path).flyway(), settings).run();
        assertThat(report.findings())
                .as("%s", report)
                .noneMatch(each -> each.rule().id().equals("migration-fails"));
        return new LintHistory(cases, report);
    }

    private static String prefix(int index) {
        return "V%d_".formatted(1000 + index);
    }

    List<LintFinding> findings(LintCase each) {
        return report.findings().stream()
                .filter(finding ->
                        finding.file().contains(prefix(cases.indexOf(each)).substring(1)))
                .filter(finding -> !finding.file().contains("drop_all"))
                .filter(finding -> !Set.of(LintCategory.FILES, LintCategory.HISTORY)
                        .contains(finding.rule().category()))
                .toList();
    }

    /** Findings as the files of cases have them: with the problem where the case says that, too. */
    List<String> shortened(LintCase each) {
        List<LintFinding> findings = findings(each);
        return IntStream.range(0, findings.size())
                .mapToObj(i -> shortened(findings.get(i))
                        + (each.saysProblem(i) ? ": " + findings.get(i).problem() : ""))
                .toList();
    }

    private static String shortened(LintFinding finding) {
        return TITLE.matcher(finding.title()).replaceFirst("$1$3$4")
                + " "
                + finding.rule().id()
                + (finding.severity() == Severity.FAIL ? "" : " notice");
    }
}

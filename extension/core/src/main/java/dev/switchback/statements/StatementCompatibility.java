package dev.switchback.statements;

import dev.switchback.provision.Server;
import dev.switchback.schema.compatibility.ColumnTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Tries the statements of the version of an application that still runs on the schema of the new one, and those of the new one on
 * the old schema: each is prepared and, where its values are known, run and rolled back.
 *
 * <pre>{@code
 * StatementReport report = StatementCompatibility.of(StatementSettings.ofPrevious("queries/v41/*.sql")).run(server, flyway);
 * System.out.println(report);
 * }</pre>
 *
 * <p>A statement that is refused, or gives another result, on a schema and not on the one that it was made for is a finding.
 */
public final class StatementCompatibility {

    private final StatementSettings settings;
    private final List<ApplicationStatement> previous;
    private final List<ApplicationStatement> next;

    private StatementCompatibility(StatementSettings settings) {
        this.settings = settings;
        this.previous = StatementFiles.read(settings.previous(), "the previous version");
        this.next = StatementFiles.read(settings.next(), "the new version");
        if (previous.isEmpty() && next.isEmpty()) {
            throw new StatementException(
                    "No file with statements is named. Name those of the previous version, such as queries/v41/*.sql.");
        }
    }

    /**
     * Reads the statements; no database is touched.
     *
     * @throws StatementException if there are none, or a file is not understood
     */
    public static StatementCompatibility of(StatementSettings settings) {
        return new StatementCompatibility(settings);
    }

    /**
     * Migrates a database of its own, and tries the statements on the way.
     *
     * @param flyway how the migrations are found and run; its data source is not used
     * @throws StatementException if a statement is refused on the schema that it was made for, or a setting cannot be followed
     * @throws dev.switchback.migration.MigrationsException if a migration fails
     */
    public StatementReport run(Server server, Configuration flyway) {
        Set<ApplicationStatement> statements = new LinkedHashSet<>(previous);
        statements.addAll(next);
        List<SchemaState> states = new SchemaStates(server, flyway, settings, List.copyOf(statements)).run();
        StatementJudge judge = new StatementJudge(states, ColumnTypes.ofProduct(server.product()));
        judge.previous(previous);
        judge.next(next);
        List<String> remarks = new ArrayList<>(states.stream()
                .map(SchemaState::remark)
                .filter(remark -> !remark.isEmpty())
                .toList());
        remarks.addAll(judge.remarks());
        return new StatementReport(
                states.stream().skip(1).map(SchemaState::migration).toList(),
                List.copyOf(statements),
                judge.findings(),
                remarks);
    }
}

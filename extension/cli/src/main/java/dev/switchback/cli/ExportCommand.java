package dev.switchback.cli;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.export.FixtureExport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes fixtures from a database that has rows, as YAML: some rows with all that they refer to, or all rows.",
            "The database is only read, in one snapshot. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class ExportCommand implements Callable<Integer> {

    private static final String SECRET = "SWITCHBACK_EXPORT_SECRET";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<ChosenTable> tables = new ArrayList<>();

    @Option(
            names = "--pseudonymise",
            paramLabel = "COLUMN=KIND",
            description = {
                "Replaces the values of a column: customer.email=email. Kinds are email, name, phone, digits, text, iban, ip, date, nothing and fixed:TEXT.",
                "Needs the secret that pseudonyms depend on, in " + SECRET + "."
            })
    private Map<String, String> pseudonyms = Map.of();

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "COLUMN",
            description = "Writes columns as they are, although they look personal.")
    private List<String> kept = List.of();

    @Option(names = "--leave-out", split = ",", paramLabel = "COLUMN", description = "Does not write columns.")
    private List<String> leftOut = List.of();

    @Option(
            names = "--personal",
            paramLabel = "PATTERN",
            description = "Also takes columns for personal whose names this regular expression is found in.")
    private List<Pattern> personal = List.of();

    @Option(names = "--without-ids", description = "Does not write keys that a label gives.")
    private boolean isWithoutIds;

    @Option(names = "--to", paramLabel = "FILE", description = "A new file; by default, the fixtures are printed.")
    private @Nullable Path file;

    /** A table with the options that follow it. */
    static final class ChosenTable {

        @Option(
                names = "--table",
                required = true,
                paramLabel = "TABLE",
                description = "A table, with the options behind it. May be repeated.")
        private String name = "";

        @Option(names = "--where", paramLabel = "SQL", description = "Only some of the rows of the table before it.")
        private @Nullable String where;

        @Option(names = "--limit", paramLabel = "ROWS", description = "No more rows of the table before it than these.")
        private @Nullable Long limit;

        @Option(
                names = "--children",
                split = ",",
                paramLabel = "TABLE",
                description = "Also the rows of these tables that refer to the rows of the table before it.")
        private List<String> children = List.of();

        FixtureExport in(FixtureExport export) {
            FixtureExport chosen = export.table(name);
            chosen = where == null ? chosen : chosen.where(where);
            chosen = limit == null ? chosen : chosen.limit(limit);
            return children.isEmpty() ? chosen : chosen.withChildren(children.toArray(String[]::new));
        }
    }

    @Override
    public Integer call() {
        try {
            FixtureExport export = export();
            if (file == null) {
                spec.commandLine().getOut().print(export.toYaml());
            } else {
                export.to(file);
            }
            return ExitCode.HOLDS;
        } catch (FixtureException e) {
            if (e.getCause() instanceof SQLException) {
                throw CommandException.environment(String.valueOf(e.getMessage()));
            }
            throw CommandException.wrongUse(ExportAdvice.of(String.valueOf(e.getMessage()), SECRET));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        }
    }

    private FixtureExport export() {
        FixtureExport export = Fixtures.export(database.source(Environment.of(spec)));
        for (ChosenTable table : tables) {
            export = table.in(export);
        }
        for (Map.Entry<String, String> each : pseudonyms.entrySet()) {
            export = export.pseudonymise(each.getKey(), PseudonymKind.named(each.getValue()));
        }
        for (Pattern pattern : personal) {
            export = export.personal(pattern);
        }
        Optional<String> secret = Environment.of(spec).value(SECRET);
        export = secret.isPresent() ? export.secret(secret.get()) : export;
        export = export.keep(kept.toArray(String[]::new)).leaveOut(leftOut.toArray(String[]::new));
        return isWithoutIds ? export.withoutIds() : export;
    }
}

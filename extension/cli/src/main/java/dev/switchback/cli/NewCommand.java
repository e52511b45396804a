package dev.switchback.cli;

import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a migration and its undo from templates, with the next version, named as the team names them.",
            "What the call leaves open is marked, and fails until it is written. No file that is there is touched.",
            "With --from-diff both are written from what the migrations lack, and only if a round trip holds."
        })
final class NewCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private NamingOptions naming = new NamingOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Templates.BuiltIn.class,
            description = "One of table, data, index, extension, repeatable, and those of --templates.")
    private @Nullable String kind;

    @Option(
            names = "--from-diff",
            paramLabel = "SCHEMA",
            description =
                    "The schema that is wanted: a golden file, a folder of migrations, or a database by its JDBC URL.")
    private @Nullable String wanted;

    @Mixin
    private TemplateOptions templates = new TemplateOptions();

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private LintOptions lint = new LintOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() throws IOException {
        if ((kind == null) == (wanted == null)) {
            throw CommandException.wrongUse(
                    kind == null
                            ? "Say what kind of migration it is, --kind table, for one, or what it leads to: --from-diff SCHEMA"
                            : "--kind and --from-diff both say what is written; leave one of the two out.");
        }
        FluentConfiguration flyway = migrations.flyway(Environment.of(spec));
        LintSettings settings = lint.settings(new ScopeOptions(), Environment.of(spec));
        MigrationFiles all = MigrationFiles.of(flyway);
        return kind == null ? fromDiff(flyway, settings, all) : fromTemplates(kind, flyway, settings, all);
    }

    private int fromTemplates(String named, FluentConfiguration flyway, LintSettings settings, MigrationFiles all) {
        Templates.Pair pair = templates.pair(named);
        NewFiles files = pair.undo().isPresent() ? naming.versioned(all, settings) : naming.repeatable(all, settings);
        FilledTemplates filled =
                templates.fill(named, pair, files, settings.files().header());
        filled.draft().check(all, settings, flyway);
        filled.draft().write(all.charset());
        tell(filled.draft());
        if (!filled.open().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("It fails until it says what these are: " + String.join(", ", filled.open())
                            + ". They stand between << and >>.");
        }
        return ExitCode.HOLDS;
    }

    private int fromDiff(FluentConfiguration flyway, LintSettings settings, MigrationFiles all) throws IOException {
        Map<String, String> given = templates.fields(settings.files().header());
        NewFiles files = naming.versioned(all, settings);
        try (Server server = servers.start()) {
            SchemaSource schemas = new SchemaSource(() -> server, migrations, Environment.of(spec));
            Schema target = schemas.named(Objects.requireNonNull(wanted));
            Optional<SchemaScripts> found = SchemaScripts.towards(target, flyway, server);
            PrintWriter err = spec.commandLine().getErr();
            if (found.isEmpty()) {
                err.println("The schemas are the same: nothing was written.");
                return ExitCode.HOLDS;
            }
            SchemaScripts scripts = found.get();
            String left =
                    scripts.left().isEmpty() ? "" : "There is no SQL for what still differs:\n\n" + scripts.left();
            if (scripts.up().isEmpty()) {
                throw CommandException.findings("Nothing was written. " + left);
            }
            String header = HeaderText.of(
                    settings.files().header(), files.title(), field -> Optional.ofNullable(given.get(field))
                            .or(() -> said(field, scripts, files)));
            DiffDraft draft = DiffDraft.of(scripts, files, header, flyway);
            draft.draft().check(all, settings, flyway);
            draft.verify(flyway, files.version(), all.charset(), schemas);
            draft.draft().write(all.charset());
            tell(draft.draft());
            if (!left.isEmpty()) {
                err.println(left.stripTrailing());
                return ExitCode.FINDINGS;
            }
            return ExitCode.HOLDS;
        }
    }

    private static Optional<String> said(String field, SchemaScripts scripts, NewFiles files) {
        return Optional.ofNullable(Map.of(
                        "impact", "changes " + scripts.changed(),
                        "risk", "as switchback lint finds it",
                        "rollback", files.undoName() + " takes it back")
                .get(field));
    }

    private void tell(Draft draft) {
        draft.shown().forEach(spec.commandLine().getOut()::println);
        Set<?> written = draft.files().keySet();
        spec.commandLine()
                .getErr()
                .println(written.size() == 1 ? "1 file was written." : written.size() + " files were written.");
    }
}

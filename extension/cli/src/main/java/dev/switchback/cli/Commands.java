package dev.switchback.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** The commands, in the order of the help. */
final class Commands {

    /** It writes of all the others. */
    private static final String COMPLETION = "generate-completion";

    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("check", CheckCommand.class);
        ALL.put("roundtrip", RoundTripCommand.class);
        ALL.put("lint", LintCommand.class);
        ALL.put("new", NewCommand.class);
        ALL.put("draft-undo", DraftUndoCommand.class);
        ALL.put("schema", SchemaCommand.class);
        ALL.put("golden", GoldenCommand.class);
        ALL.put("diff", DiffCommand.class);
        ALL.put("drift", DriftCommand.class);
        ALL.put("seed", SeedCommand.class);
        ALL.put("export", ExportCommand.class);
        ALL.put("status", StatusCommand.class);
        ALL.put("history", HistoryCommand.class);
        ALL.put("pending", PendingCommand.class);
        ALL.put("preflight", PreflightCommand.class);
        ALL.put("dry-run", DryRunCommand.class);
        ALL.put("apply", ApplyCommand.class);
        ALL.put("rollback", RollbackCommand.class);
        ALL.put("stamp", StampCommand.class);
        ALL.put(COMPLETION, GenerateCompletion.class);
    }

    private Commands() {}

    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    /** The parser of a call. Reading the annotations of every command takes half a second, so a command that is named comes alone. */
    static CommandLine line(SwitchbackCommand root, String... arguments) {
        CommandLine line = new CommandLine(root);
        Class<?> named = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (named == null || arguments[0].equals(COMPLETION)) {
            ALL.forEach(line::addSubcommand);
        } else {
            line.addSubcommand(arguments[0], named);
        }
        return line;
    }
}

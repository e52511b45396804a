package dev.switchback.lint;

import java.util.ArrayList;
import java.util.List;

/** A dry run in words. */
final class DryRunText {

    private DryRunText() {}

    static String of(DryRun run) {
        List<String> parts = new ArrayList<>();
        parts.add(head(run));
        run.migrations().forEach(migration -> parts.add(text(migration)));
        if (!run.drift().isEmpty() || !run.drift().remarks().isEmpty()) {
            parts.add("What this ran on is not quite the database:\n\n"
                    + run.drift().toString().indent(2).stripTrailing());
        }
        if (!run.migrations().isEmpty() || !run.report().findings().isEmpty()) {
            parts.add(run.report().toString().stripTrailing());
        }
        return String.join("\n\n", parts) + "\n";
    }

    private static String head(DryRun run) {
        int count = run.migrations().size();
        String where = run.version().isEmpty() ? "where none is applied yet" : "on top of V" + run.version();
        return count == 0
                ? "Nothing would be applied %s.".formatted(where)
                : "%d migration%s would be applied %s:".formatted(count, count == 1 ? "" : "s", where);
    }

    private static String text(DryRunMigration migration) {
        StringBuilder text = new StringBuilder(migration.file());
        for (DryRunStatement statement : migration.statements()) {
            text.append("\n\n");
            if (!statement.isInTransaction()) {
                text.append("  outside a transaction:\n");
            }
            text.append(statement.sql().indent(2).stripTrailing());
            statement.effects().forEach(effect -> text.append("\n    -- ").append(effect));
        }
        return text.toString();
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.rows.RowLoss;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.script.DeclaredLoss;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The findings about losses that a migration declares. */
final class LossFindings {

    private LossFindings() {}

    /** The losses, and why each is intended. */
    static Finding declared(ScriptPair pair, Map<DeclaredLoss, List<RowSnapshot.Difference>> told) {
        String title = pair.migration().title() + ": rows lose what the migration says that they lose";
        String paragraphs = told.entrySet().stream()
                .map(entry -> "  %s: %s\n\n%s\n"
                        .formatted(
                                entry.getKey().place(), entry.getKey().reason(), StepFindings.lines(entry.getValue())))
                .collect(Collectors.joining("\n"));
        return new Finding("loss-declared", Severity.NOTICE, title, title + "\n\n" + paragraphs);
    }

    static Finding notSeen(ScriptPair pair, DeclaredLoss loss, RowSnapshot.Content rows) {
        String title = pair.migration().title() + ": a loss is declared that is not there";
        return new Finding(
                "loss-not-seen",
                Severity.NOTICE,
                title,
                """
                %s

                  %s
                  %s

                  The table held %s before the migration, and after the undo nothing of that is missing. Take the line out
                  or, if only some rows lose something, bring in one that does.
                """
                        .formatted(title, loss.place(), loss, rows));
    }

    static Finding unknown(ScriptPair pair, DeclaredLoss loss, String problem) {
        return wrong(pair, loss, problem + (problem.endsWith("?") ? "" : " Correct the name."));
    }

    static Finding withoutReason(ScriptPair pair, DeclaredLoss loss) {
        return wrong(pair, loss, "It does not say why. Write the reason behind the name.");
    }

    static Finding withoutTarget(ScriptPair pair, DeclaredLoss loss) {
        return wrong(
                pair,
                loss,
                "It does not say what. Write a table or one of its columns: -- switchback: loses person.phone <reason>");
    }

    private static Finding wrong(ScriptPair pair, DeclaredLoss loss, String problem) {
        String title = pair.migration().title() + ": a declared loss is not understood";
        return new Finding(
                "loss-declaration",
                Severity.FAIL,
                title,
                """
                %s

                  %s
                  %s

                  %s
                """
                        .formatted(title, loss.place(), loss, problem));
    }

    /** How a loss that is meant would be declared; empty where no script could. */
    static String advice(ScriptPair pair, List<RowSnapshot.Difference> rows, Partitions partitions) {
        List<RowLoss> losses =
                rows.stream().flatMap(difference -> difference.loss().stream()).toList();
        List<String> lines = LossTarget.declaring(losses, partitions).stream()
                .map(target -> "    -- switchback: loses " + target + " <reason>\n")
                .toList();
        String script = pair.up() instanceof Script.Sql
                ? pair.up().name()
                : pair.undo()
                        .filter(Script.Sql.class::isInstance)
                        .map(Script::name)
                        .orElse("");
        return lines.isEmpty() || script.isEmpty()
                ? ""
                : "\n  If that is meant, say so in %s:\n\n%s".formatted(script, String.join("", lines));
    }
}

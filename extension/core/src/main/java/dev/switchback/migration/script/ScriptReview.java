package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import java.util.ArrayList;
import java.util.List;

/** A review of scripts by their text, for statements that are hardly intended. */
final class ScriptReview {

    private final String historyTable;

    /**
     * Prepares the review.
     *
     * @param historyTable the table in which Flyway keeps what is applied
     */
    ScriptReview(String historyTable) {
        this.historyTable = historyTable;
    }

    List<Finding> of(List<ScriptPair> pairs) {
        List<Finding> findings = new ArrayList<>();
        for (ScriptPair pair : pairs) {
            review(pair.migration(), pair.up(), findings);
            pair.undo().ifPresent(undo -> {
                reviewUndo(pair, undo, findings);
                pair.irreversible()
                        .ifPresent(said ->
                                findings.add(ScriptFindings.undoNotTried(pair.migration(), undo, said.reason())));
            });
        }
        return findings;
    }

    private void reviewUndo(ScriptPair pair, Script undo, List<Finding> findings) {
        review(pair.migration(), undo, findings);
        if (pair.up() instanceof Script.Sql) {
            ScriptMarkers markers = ScriptMarkers.in(undo, undo.text());
            markers.irreversible()
                    .ifPresent(said -> findings.add(ScriptFindings.misplacedMarker(
                            pair.migration(),
                            undo,
                            said.place(),
                            ("-- switchback: irreversible " + said.reason()).strip())));
            markers.losses()
                    .forEach(loss -> findings.add(ScriptFindings.misplacedMarker(
                            pair.migration(),
                            undo,
                            loss.place(),
                            loss.toString().strip())));
            markers.emptyTables()
                    .forEach(table -> findings.add(ScriptFindings.misplacedMarker(
                            pair.migration(),
                            undo,
                            table.place(),
                            table.toString().strip())));
            markers.rowHints()
                    .forEach(hint -> findings.add(ScriptFindings.misplacedMarker(
                            pair.migration(), undo, hint.place(), "-- switchback: rows " + hint.condition())));
        }
    }

    /** An undo that is empty shows in the schema. */
    private void review(Migration migration, Script script, List<Finding> findings) {
        if (script.javaClass().isPresent()) {
            return;
        }
        String text = script.text();
        if (text.isBlank() && script.name().equals(migration.script())) {
            findings.add(ScriptFindings.empty(migration, script));
        }
        ScriptMarkers markers = ScriptMarkers.in(script, text);
        markers.unknown().forEach(marker -> findings.add(ScriptFindings.unknownMarker(migration, script, marker)));
        ScriptText.lineOfRollback(text)
                .ifPresent(line -> findings.add(ScriptFindings.rollsBack(migration, script, line)));
        ScriptText.lineOfChangeTo(historyTable, text)
                .ifPresent(line -> findings.add(ScriptFindings.changesHistory(migration, script, line, historyTable)));
    }
}

package dev.switchback.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What scripts do that is hardly meant, told by their text. */
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
            if (pair.up() instanceof Script.Sql && pair.up().text().isBlank()) {
                findings.add(ScriptFindings.empty(pair.migration(), pair.up()));
            }
            review(pair.migration(), pair.up(), findings);
            pair.undo().ifPresent(undo -> review(pair.migration(), undo, findings));
        }
        return findings;
    }

    private void review(Migration migration, Script script, List<Finding> findings) {
        String text = script.text();
        Optional<Integer> rollback = ScriptText.lineOfRollback(text);
        rollback.ifPresent(line -> findings.add(ScriptFindings.rollsBack(migration, script, line)));
        ScriptText.lineOfChangeTo(historyTable, text)
                .ifPresent(line -> findings.add(ScriptFindings.changesHistory(migration, script, line, historyTable)));
    }
}

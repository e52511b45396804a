package dev.switchback.lint;

import dev.switchback.lint.effect.Blocked;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import java.util.ArrayList;
import java.util.List;

/** The effects of a statement in words, a line each. */
final class EffectText {

    private final List<String> lines = new ArrayList<>();

    private EffectText() {}

    static List<String> of(StatementEffects statement) {
        EffectText text = new EffectText();
        statement.tables().forEach(text::locks);
        statement.tables().forEach(text::shape);
        statement.tables().forEach(text::rows);
        if (statement.isPartlySeen()) {
            text.lines.add("runs only outside a transaction, so its locks could not be seen");
        }
        if (statement.endsTransaction()) {
            text.lines.add("ends the transaction");
        }
        return text.lines;
    }

    private void locks(TableEffect table) {
        if (!table.isNew() && table.taken() != Blocked.NOTHING) {
            lines.add("%s lock on %s: %s wait"
                    .formatted(table.mode(), table.table(), table.taken().words()));
        }
    }

    private void shape(TableEffect table) {
        if (table.isGone()) {
            lines.add("drops " + table.table());
        } else if (table.isNew()) {
            if (table.before().isEmpty() && table.after().isPresent()) {
                lines.add("makes " + table.table());
            }
        } else if (table.isRewritten()) {
            lines.add("rewrites %s, with all its indexes".formatted(table.table()));
        } else if (table.isTruncated()) {
            lines.add("throws away all rows of " + table.table());
        } else {
            table.addedIndexes()
                    .values()
                    .forEach(index -> lines.add("builds index %s on %s".formatted(index.name(), table.table())));
            table.removedIndexes()
                    .values()
                    .forEach(index -> lines.add("drops index %s of %s".formatted(index.name(), table.table())));
        }
    }

    private void rows(TableEffect table) {
        if (table.isGone()) {
            return;
        }
        if (!table.isNew() && table.scans() > 0 && !table.isRewritten()) {
            lines.add("reads all rows of %s (%d on the copy)"
                    .formatted(table.table(), table.rows().read()));
        }
        written("inserts", "into", table.rows().inserted(), table);
        written("updates", "of", table.rows().updated(), table);
        written("deletes", "of", table.rows().deleted(), table);
    }

    private void written(String verb, String preposition, long rows, TableEffect table) {
        if (rows > 0) {
            lines.add("%s %d row%s %s %s".formatted(verb, rows, rows == 1 ? "" : "s", preposition, table.table()));
        }
    }
}

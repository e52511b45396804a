package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.TableEffect;
import java.util.EnumSet;
import java.util.Set;

/**
 * The locks that a transaction holds on one relation, and what the session has counted on it so far.
 *
 * @param scans how often it was read from the first row to the last
 */
record RelationUse(Set<LockMode> modes, long scans, TableEffect.Rows rows) {

    static final RelationUse NONE =
            new RelationUse(EnumSet.noneOf(LockMode.class), 0, new TableEffect.Rows(0, 0, 0, 0));

    boolean mayHaveChanged() {
        return modes.stream().anyMatch(LockMode::mayChangeTable);
    }

    /** The locks that were taken, and the rows counted, since an earlier moment of the same session. */
    RelationUse since(RelationUse earlier) {
        Set<LockMode> taken = EnumSet.noneOf(LockMode.class);
        taken.addAll(modes);
        taken.removeAll(earlier.modes);
        boolean countsAnew = scans < earlier.scans || rows.read() < earlier.rows.read();
        RelationUse base = countsAnew ? NONE : earlier;
        return new RelationUse(
                taken,
                scans - base.scans,
                new TableEffect.Rows(
                        rows.read() - base.rows.read(),
                        Math.max(0, rows.inserted() - base.rows.inserted()),
                        Math.max(0, rows.updated() - base.rows.updated()),
                        Math.max(0, rows.deleted() - base.rows.deleted())));
    }

    boolean isNothing() {
        return modes.isEmpty() && scans == 0 && rows.read() == 0 && rows.written() == 0;
    }
}

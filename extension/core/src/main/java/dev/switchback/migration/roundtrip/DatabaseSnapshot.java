package dev.switchback.migration.roundtrip;

import dev.switchback.migration.RowsOnWay;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.schema.Schema;
import java.util.List;

/** A database at one moment: its schema and digests of its rows. */
public record DatabaseSnapshot(Schema schema, RowSnapshot rows) {

    /** The tables whose rows are others after a way than they are here, before it. */
    List<RowsOnWay> rowsOn(PhaseDirection direction, DatabaseSnapshot after) {
        return rows.tablesThatDiffer(after.rows).stream()
                .map(table -> new RowsOnWay(
                        way(direction),
                        table,
                        rows.content(table).count(),
                        after.rows.content(table).count(),
                        false))
                .toList();
    }

    private static RowsOnWay.Way way(PhaseDirection direction) {
        return switch (direction) {
            case UP -> RowsOnWay.Way.UP;
            case DOWN -> RowsOnWay.Way.DOWN;
            case AGAIN -> RowsOnWay.Way.AGAIN;
        };
    }

    /** The same with sequences where another snapshot has them: one that went on stays there. */
    DatabaseSnapshot withSequencesOf(DatabaseSnapshot other) {
        return new DatabaseSnapshot(schema, new RowSnapshot(rows.tables(), other.rows.sequences()));
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.schema.Schema;

/** A database at one moment: its schema and digests of its rows. */
public record DatabaseSnapshot(Schema schema, RowSnapshot rows) {

    /** The same with sequences where another snapshot has them: one that went on stays there. */
    DatabaseSnapshot withSequencesOf(DatabaseSnapshot other) {
        return new DatabaseSnapshot(schema, new RowSnapshot(rows.tables(), other.rows.sequences()));
    }
}

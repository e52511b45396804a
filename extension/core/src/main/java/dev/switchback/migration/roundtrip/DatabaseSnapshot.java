package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.schema.Schema;

/** The state of a database at one moment. */
public record DatabaseSnapshot(Schema schema, RowSnapshot rows) {}

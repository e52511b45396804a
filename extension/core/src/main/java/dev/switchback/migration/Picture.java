package dev.switchback.migration;

import dev.switchback.schema.Schema;

/** What a database was at one moment. */
record Picture(Schema schema, Rows rows) {}

package dev.switchback.schema;

import java.util.List;

/** An immutable picture of a database's catalog. */
public record Schema(List<SchemaObject> objects) {}

package dev.switchback.schema;

/** The same object in two schemas. */
record Pair(SchemaObject before, SchemaObject after) {}

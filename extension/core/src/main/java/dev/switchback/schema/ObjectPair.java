package dev.switchback.schema;

/** The same object in two schemas. */
record ObjectPair(SchemaObject before, SchemaObject after) {}

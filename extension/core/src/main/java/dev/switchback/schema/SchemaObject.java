package dev.switchback.schema;

/** One object of a schema. */
public record SchemaObject(String name) {}

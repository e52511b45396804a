package dev.switchback.statements;

/**
 * A column of a statement's result.
 *
 * @param type in the words of the product, without lengths
 */
public record ResultColumn(String name, String type) {}

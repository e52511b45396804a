package dev.switchback.statements;

import org.apiguardian.api.API;

/**
 * A column of a statement's result.
 *
 * @param type in the words of the product, without lengths
 */
@API(status = API.Status.INTERNAL)
public record ResultColumn(String name, String type) {}

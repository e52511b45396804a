package dev.switchback.migration.verdicts;

import dev.switchback.provision.Database;

/**
 * A database that is where an earlier run had come to.
 *
 * @param database the caller's to close
 * @param count how many migrations are behind
 */
public record RestoredState(Database database, int count) {}

package dev.switchback.migration;

import org.apiguardian.api.API;

/** {@link Migrations#history()} and {@link Migrations#pending()} at one moment. */
@API(status = API.Status.INTERNAL)
public record MigrationStanding(MigrationTable history, MigrationTable pending) {}

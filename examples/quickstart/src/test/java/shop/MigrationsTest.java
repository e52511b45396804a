package shop;

import dev.switchback.MigrationChecks;

/** All that a project has to write. */
class MigrationsTest implements MigrationChecks {}

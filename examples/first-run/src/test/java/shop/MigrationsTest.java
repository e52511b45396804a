package shop;

import dev.switchback.MigrationChecks;

class MigrationsTest implements MigrationChecks {}

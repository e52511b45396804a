package bakery

import dev.switchback.MigrationChecks

class MigrationsTest : MigrationChecks

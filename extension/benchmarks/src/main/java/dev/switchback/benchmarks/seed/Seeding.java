package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Contender;
import dev.switchback.fixture.Fixtures;
import dev.switchback.provision.Database;
import java.time.Duration;

/** Rows by Switchback: the schema is read, the table emptied, the rows are made up and written. */
final class Seeding implements Contender {

    private final Database database;
    private final long rows;
    private final Fixtures fixtures;

    Seeding(Database database, long rows) {
        this.database = database;
        this.rows = rows;
        this.fixtures = Orders.fixtures(rows);
    }

    @Override
    public Duration run() throws Exception {
        Orders.empty(database);
        Duration duration = Contender.time(() -> fixtures.into(database.dataSource()));
        Orders.check(database, rows);
        return duration;
    }
}

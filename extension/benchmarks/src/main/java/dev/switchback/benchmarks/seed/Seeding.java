package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Contender;
import dev.switchback.fixture.FixtureDialect;
import dev.switchback.fixture.FixtureDialects;
import dev.switchback.fixture.RowBatch;
import dev.switchback.fixture.RowStore;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/** Rows by Switchback: the schema is read, the table emptied and filled. */
final class Seeding implements Contender {

    private final Database database;
    private final long rows;

    Seeding(Database database, long rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Duration run() throws Exception {
        Orders.empty(database);
        Duration duration = Contender.time(this::seed);
        Orders.check(database, rows);
        return duration;
    }

    private void seed() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Schema schema = Schema.read(connection);
            FixtureDialect dialect = FixtureDialects.ofProduct(schema.product());
            RowStore store = dialect.open(connection, schema);
            SchemaObject table = schema.table("orders").object();
            store.empty(List.of(table));
            store.write(new RowBatch(table, Orders.COLUMNS, new Numbered()));
            store.check();
            connection.commit();
        }
    }

    private final class Numbered implements RowBatch.Rows {

        private long row;

        @Override
        public boolean next(String[] texts) {
            if (row == rows) {
                return false;
            }
            Orders.texts(++row, texts);
            return true;
        }
    }
}

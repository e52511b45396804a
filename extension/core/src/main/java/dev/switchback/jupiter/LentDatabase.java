package dev.switchback.jupiter;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.provision.Database;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A seeded database in the hands of one test or class; closing gives it back, once. */
final class LentDatabase implements Database {

    private final SeededDatabase lent;
    private final Consumer<SeededDatabase> giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    LentDatabase(SeededDatabase lent, Consumer<SeededDatabase> giveBack) {
        this.lent = lent;
        this.giveBack = giveBack;
    }

    /** Brings it back while whoever has it keeps it; says why that is impossible. */
    Optional<Obstacle> reset() throws SQLException {
        return lent.reset();
    }

    /** Drops it instead of giving it back. */
    void discard() {
        if (!closed.getAndSet(true)) {
            lent.drop();
        }
    }

    @Override
    public String name() {
        return lent.copy().name();
    }

    @Override
    public String url() {
        return lent.copy().url();
    }

    @Override
    public String user() {
        return lent.copy().user();
    }

    @Override
    public String password() {
        return lent.copy().password();
    }

    @Override
    public DataSource dataSource() {
        return lent.copy().dataSource();
    }

    @Override
    public DataSource dataSource(Map<String, String> properties) {
        return lent.copy().dataSource(properties);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            giveBack.accept(lent);
        }
    }

    @Override
    public String toString() {
        return lent.copy().toString();
    }
}

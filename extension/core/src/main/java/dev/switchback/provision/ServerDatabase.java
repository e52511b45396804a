package dev.switchback.provision;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A database on a running server, dropped once. */
final class ServerDatabase implements Database {

    private final String name;
    private final ServerAddress address;
    private final DriverSource dataSource;
    private final Consumer<String> drop;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param address its own, not the administrative database's */
    ServerDatabase(String name, ServerAddress address, Consumer<String> drop) {
        this.name = name;
        this.address = address;
        this.dataSource = DriverSource.of(address);
        this.drop = drop;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String url() {
        return address.url();
    }

    @Override
    public String user() {
        return address.user();
    }

    @Override
    public String password() {
        return address.password();
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public DataSource dataSource(Map<String, String> properties) {
        return dataSource.with(properties);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            drop.accept(name);
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}

package dev.switchback.cli;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database with rows at V1, and the folder of its migrations, as an operator has them. */
record OperatedShop(Calls calls, Database database, Path folder) implements AutoCloseable {

    static OperatedShop create(Calls calls, Path folder) throws SQLException {
        OperatedShop shop = empty(calls, folder)
                .write("V1__customer.sql", "CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);")
                .write("U1__customer.sql", "DROP TABLE customer;");
        Call applied = shop.call("apply");
        if (applied.exitCode() != 0) {
            throw new AssertionError(applied.toString());
        }
        return shop.execute("INSERT INTO customer VALUES (1, 'Ada'), (2, 'Bob')");
    }

    static OperatedShop empty(Calls calls, Path folder) {
        return new OperatedShop(calls, calls.server().create(), folder);
    }

    /** With V2, which is fine, and its undo. */
    OperatedShop withOrders() {
        return write(
                        "V2__orders.sql",
                        "CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customer);\nALTER TABLE customer ADD email text;")
                .write("U2__orders.sql", "ALTER TABLE customer DROP email;\nDROP TABLE orders;");
    }

    OperatedShop write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OperatedShop execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
            return this;
        }
    }

    String value(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }

    Calls environment() {
        return calls.on(database);
    }

    Call call(String... arguments) {
        return call(environment(), arguments);
    }

    Call call(Calls environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-l", folder.toString()));
        return environment.call(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        database.close();
    }
}

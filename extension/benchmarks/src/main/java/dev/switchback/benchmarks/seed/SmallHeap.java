package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Servers;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Seeds once, in a JVM with a small heap, on a server of its own. */
public final class SmallHeap {

    private static final String BINARIES = "switchback.embedded-postgres.binaries";

    private SmallHeap() {}

    /** Whether so many rows come through a heap of so many megabytes. */
    static boolean suffices(int megabytes, long rows) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx" + megabytes + "m",
                                "-D" + BINARIES + "=" + System.getProperty(BINARIES, ""),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallHeap.class.getName(),
                                String.valueOf(rows)))
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor()
                == 0;
    }

    public static void main(String[] arguments) throws Exception {
        try (Server server = Servers.start("");
                Database database = server.create()) {
            Orders.create(database);
            new Seeding(database, Long.parseLong(arguments[0])).run();
        }
    }
}

package dev.switchback.benchmarks.start;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Jvm;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.Timings;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several JVMs against one server that is given by its URL: not a contest, and without a limit. */
public final class ScalingBenchmark implements Benchmark {

    private static final int MIGRATIONS = 20;

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public String summary() {
        return "1, 2, 4 and 8 JVMs with a common template and copies of their own on one server, given by its URL";
    }

    @Override
    public String arguments() {
        return "[JVMS ...] [--tests=50] [--alone]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int tests = arguments.option("tests", 50);
        try (Server server = Servers.start("");
                Database address = server.create();
                Scripts scripts = Scripts.generate(MIGRATIONS)) {
            int template = 0;
            report.say(MIGRATIONS + " migrations and " + tests + " tests with a copy each, in each JVM, "
                    + (arguments.has("alone") ? "which migrates for itself:" : "of which one migrates:"));
            for (int jvms : arguments.numbers(1, 2, 4, 8)) {
                List<Contender> workers = new ArrayList<>();
                for (int i = 0; i < jvms; i++) {
                    template += i == 0 || arguments.has("alone") ? 1 : 0;
                    workers.add(worker(address, scripts.location(), tests, template));
                }
                List<Duration> each = new ArrayList<>();
                Duration all = Contender.time(() -> each.addAll(together(workers)));
                report.say(String.format(
                        Locale.ROOT,
                        "scaling, %d JVMs | %.1f s in all | a JVM's work %.0f ms (%s) | %.1f copies a second",
                        jvms,
                        all.toMillis() / 1000.0,
                        new Timings(each).median(),
                        new Timings(each).spread(),
                        1000.0 * jvms * tests / all.toMillis()));
            }
        }
    }

    private static Contender worker(Database address, String location, int tests, int template) {
        return new Jvm(
                Worker.class,
                List.of(),
                List.of(
                        address.url(),
                        address.user(),
                        address.password(),
                        location,
                        String.valueOf(tests),
                        String.valueOf(template)));
    }

    private static List<Duration> together(List<Contender> workers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            List<Future<Duration>> running = new ArrayList<>();
            for (Contender worker : workers) {
                running.add(threads.submit(worker::run));
            }
            List<Duration> times = new ArrayList<>();
            for (Future<Duration> each : running) {
                times.add(each.get());
            }
            return times;
        } finally {
            threads.shutdown();
        }
    }
}

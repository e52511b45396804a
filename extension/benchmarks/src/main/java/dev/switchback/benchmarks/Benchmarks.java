package dev.switchback.benchmarks;

import dev.switchback.benchmarks.roundtrip.RoundTripBenchmark;
import java.util.Arrays;
import java.util.List;

/** The command line: the name of a benchmark and its arguments. Exits with 1 if a limit does not hold. */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(new RoundTripBenchmark());

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            ALL.forEach(each -> System.out.printf("%-12s %s%n", each.name(), each.summary()));
            return;
        }
        Benchmark benchmark = ALL.stream()
                .filter(each -> each.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark named \"" + arguments[0]
                        + "\". There are: "
                        + ALL.stream().map(Benchmark::name).toList()));
        Report report = new Report(System.out);
        report.say(Machine.describe());
        benchmark.run(new Arguments(Arrays.asList(arguments).subList(1, arguments.length)), report);
        report.say(Machine.load());
        System.exit(report.holds() ? 0 : 1);
    }
}

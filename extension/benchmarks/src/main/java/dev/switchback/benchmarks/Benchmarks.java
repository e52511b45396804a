package dev.switchback.benchmarks;

import dev.switchback.benchmarks.catalog.CatalogBenchmark;
import dev.switchback.benchmarks.catalog.GoldenBenchmark;
import dev.switchback.benchmarks.cli.CliBenchmark;
import dev.switchback.benchmarks.clone.CloneBenchmark;
import dev.switchback.benchmarks.drift.DriftBenchmark;
import dev.switchback.benchmarks.generate.GenerateBenchmark;
import dev.switchback.benchmarks.judge.Judgement;
import dev.switchback.benchmarks.lint.EffectBenchmark;
import dev.switchback.benchmarks.lint.HistoryBenchmark;
import dev.switchback.benchmarks.project.RowsOfProject;
import dev.switchback.benchmarks.project.SqlOfProject;
import dev.switchback.benchmarks.report.ReportBenchmark;
import dev.switchback.benchmarks.reseed.ReseedBenchmark;
import dev.switchback.benchmarks.reseed.ResetBenchmark;
import dev.switchback.benchmarks.roundtrip.RoundTripBenchmark;
import dev.switchback.benchmarks.rows.RowsBenchmark;
import dev.switchback.benchmarks.seed.SeedBenchmark;
import dev.switchback.benchmarks.spring.SpringBenchmark;
import dev.switchback.benchmarks.start.ScalingBenchmark;
import dev.switchback.benchmarks.start.StartBenchmark;
import dev.switchback.benchmarks.suite.SuiteBenchmark;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;

/** The command line: the name of a benchmark and its arguments. Exits with 1 if a limit does not hold. */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new RoundTripBenchmark(),
            new CatalogBenchmark(),
            new GoldenBenchmark(),
            new DriftBenchmark(),
            new SeedBenchmark(),
            new GenerateBenchmark(),
            new ReseedBenchmark(),
            new ResetBenchmark(),
            new CloneBenchmark(),
            new StartBenchmark(),
            new ScalingBenchmark(),
            new SuiteBenchmark(),
            new SpringBenchmark(),
            new ReportBenchmark(),
            new CliBenchmark(),
            new EffectBenchmark(),
            new HistoryBenchmark(),
            new Judgement(),
            new RowsBenchmark(),
            new RowsOfProject(),
            new SqlOfProject());

    private Benchmarks() {}

    private static void list(Benchmark benchmark) {
        System.out.printf("%-10s %s%n%-10s %s%n", benchmark.name(), benchmark.summary(), "", benchmark.arguments());
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            ALL.forEach(Benchmarks::list);
            return;
        }
        Benchmark benchmark = ALL.stream()
                .filter(each -> each.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark named \"" + arguments[0]
                        + "\". There are: "
                        + ALL.stream().map(Benchmark::name).toList()));
        LogManager.getLogManager().reset();
        Report report = new Report(System.out);
        report.say(Machine.describe());
        benchmark.run(new Arguments(Arrays.asList(arguments).subList(1, arguments.length)), report);
        report.say(Machine.load());
        System.exit(report.holds() ? 0 : 1);
    }
}

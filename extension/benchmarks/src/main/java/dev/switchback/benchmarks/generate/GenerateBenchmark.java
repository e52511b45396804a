package dev.switchback.benchmarks.generate;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Duel;
import dev.switchback.benchmarks.Report;

/** Realistic rows, before they are loaded: Switchback's expressions, beside the same columns straight from Datafaker. */
public final class GenerateBenchmark implements Benchmark {

    private static final double LIMIT = 1.2;
    private static final int ROWS = 200_000;
    private static final int WARM_UPS = 3;
    private static final int RUNS = 9;

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public String summary() {
        return "200,000 realistic rows of eight columns before they are loaded, beside Datafaker";
    }

    @Override
    public String arguments() {
        return "[ROWS] [--runs=N] [--warmups=N]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int rows = arguments.numbers(ROWS).get(0);
        RowMaker ours = new WithExpressions();
        RowMaker theirs = new WithDatafaker();
        report.say(rows + " rows, such as:");
        report.say("  " + String.join(" | ", ours.row(1)));
        report.say("  " + String.join(" | ", theirs.row(1)));
        Duel duel = Duel.of(
                () -> Contender.time(() -> make(ours, rows)),
                () -> Contender.time(() -> make(theirs, rows)),
                arguments.option("warmups", WARM_UPS),
                arguments.option("runs", RUNS));
        report.ratio("generate/datafaker", duel.ours(), duel.theirs(), LIMIT);
    }

    /** Nothing is done with the rows, but they must all be there. */
    private static void make(RowMaker maker, int rows) {
        long characters = 0;
        for (int ordinal = 1; ordinal <= rows; ordinal++) {
            for (String value : maker.row(ordinal)) {
                characters += value.length();
            }
        }
        if (characters < rows * 50L) {
            throw new IllegalStateException("The rows have only " + characters + " characters");
        }
    }
}

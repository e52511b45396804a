package dev.switchback.benchmarks;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The findings of a benchmark, line by line, and whether every limit holds. */
public final class Report {

    private final PrintStream out;
    private boolean holds = true;

    Report(PrintStream out) {
        this.out = out;
    }

    /** A line that is no result. */
    public void say(String line) {
        out.println(line);
    }

    /** A result line, {@code NAME/PEER | ours | theirs | ratio}, and below it the limit of the ratio and the spread. */
    public void ratio(String name, Timings ours, Timings theirs, double limit) {
        double ratio = ours.median() / theirs.median();
        out.printf(Locale.ROOT, "%s | %.1f ms | %.1f ms | %.3f%n", name, ours.median(), theirs.median(), ratio);
        out.printf(
                Locale.ROOT,
                "  limit %s: %s; %d and %d runs, %s and %s%n",
                limit,
                judged(ratio <= limit),
                ours.runs().size(),
                theirs.runs().size(),
                ours.spread(),
                theirs.spread());
    }

    /** A time of our own with a limit of its own, in milliseconds. */
    public void time(String name, Timings ours, double limit) {
        out.printf(Locale.ROOT, "%s | %.1f ms%n", name, ours.median());
        out.printf(
                Locale.ROOT,
                "  limit %s ms: %s; %d runs, %s%n",
                new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(limit),
                judged(ours.median() <= limit),
                ours.runs().size(),
                ours.spread());
    }

    /** Two times of whole runs, and a limit of how much longer ours may be, in milliseconds. */
    public void more(String name, Timings ours, Timings theirs, double limit) {
        double more = ours.median() - theirs.median();
        out.printf(Locale.ROOT, "%s | %.1f ms | %.1f ms | %+.1f ms%n", name, ours.median(), theirs.median(), more);
        out.printf(
                Locale.ROOT,
                "  limit +%.0f ms: %s; %d and %d runs, %s and %s%n",
                limit,
                judged(more <= limit),
                ours.runs().size(),
                theirs.runs().size(),
                ours.spread(),
                theirs.spread());
    }

    /** A count with a limit. */
    public void limit(String what, int found, int limit) {
        out.printf(Locale.ROOT, "%s: %d; limit %d: %s%n", what, found, limit, judged(found <= limit));
    }

    private String judged(boolean within) {
        holds &= within;
        return within ? "holds" : "DOES NOT HOLD";
    }

    /** Whether every limit so far holds. */
    boolean holds() {
        return holds;
    }
}

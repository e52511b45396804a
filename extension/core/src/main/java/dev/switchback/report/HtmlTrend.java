package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Times of a migration in the last runs, a bar a run, this one last. */
final class HtmlTrend {

    private static final int WIDTH = 4;
    private static final int HEIGHT = 14;

    /** As many as are named above the ladder; each is marked in it. */
    private static final int NAMED = 10;

    private HtmlTrend() {}

    static String bars(ReportedTrend trend) {
        if (!trend.isKnown()) {
            return "<span></span>"; // keeps its column
        }
        List<Long> all =
                Stream.concat(trend.earlier().stream(), Stream.of(trend.now())).toList();
        long longest = Collections.max(all);
        String words = "Way up: " + trend.words() + (trend.isMuchSlower() ? ", much slower" : "");
        return "<svg class=\"trend%s\" role=\"img\" width=\"%d\" height=\"%d\"><title>%s</title><path d=\"%s\"/><path class=\"now\" d=\"%s\"/></svg>"
                .formatted(
                        trend.isMuchSlower() ? " slower" : "",
                        all.size() * (WIDTH + 1),
                        HEIGHT,
                        words,
                        IntStream.range(0, all.size() - 1)
                                .mapToObj(i -> bar(i, all.get(i), longest))
                                .collect(joining()),
                        bar(all.size() - 1, trend.now(), longest));
    }

    private static String bar(int index, long micros, long longest) {
        long height = Math.max(1, Math.round((double) HEIGHT * micros / longest));
        return "M%d %dv-%dh%dv%dz".formatted(index * (WIDTH + 1), HEIGHT, height, WIDTH, height);
    }

    /** Sentences on the migrations that have become much slower, those with the most time more first. */
    static String slower(List<ReportedStep> steps) {
        List<ReportedStep> slower = steps.stream()
                .filter(step -> step.trend().isMuchSlower())
                .sorted((one, other) -> Long.compare(more(other), more(one)))
                .toList();
        if (slower.isEmpty()) {
            return "";
        }
        String rest = slower.size() > NAMED ? "<li>and %d more</li>\n".formatted(slower.size() - NAMED) : "";
        return slower.stream()
                .limit(NAMED)
                .map(step -> "<li>%s: %s</li>\n"
                        .formatted(HtmlText.escaped(step.name()), step.trend().words()))
                .collect(joining(
                        "",
                        "<p class=\"remark\">Much slower than in earlier runs, on the way up:</p>\n<ul class=\"slower\">\n",
                        rest + "</ul>\n"));
    }

    private static long more(ReportedStep step) {
        return step.trend().now() - step.trend().median();
    }
}

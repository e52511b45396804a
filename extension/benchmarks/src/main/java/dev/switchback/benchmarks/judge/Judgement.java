package dev.switchback.benchmarks.judge;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.Report;
import dev.switchback.benchmarks.Servers;
import dev.switchback.benchmarks.client.PgDump;
import dev.switchback.provision.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Switchback's verdicts on a folder of migrations, beside those of a judge that has nothing of it. */
public final class Judgement implements Benchmark {

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public String summary() {
        return "the verdicts on a folder of V and U files, beside those of psql and pg_dump";
    }

    @Override
    public String arguments() {
        return "FOLDER [--version=MAJOR] [--messages]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        int newest = PgDump.major()
                .orElseThrow(
                        () -> new IllegalStateException("There is no pg_dump on this machine (postgresql-client)."));
        int version = arguments.option("version", Math.min(newest, 18));
        Path folder = Path.of(arguments.words().get(0)).toAbsolutePath();
        try (Server server = Servers.start(Integer.toString(version))) {
            List<Opinion> ours = new ArrayList<>();
            Duration time = Contender.time(() -> ours.addAll(SwitchbackJudge.judge(server, folder)));
            report.say(String.format(
                    Locale.ROOT,
                    "Switchback: %d steps in %.1f s, PostgreSQL %d",
                    ours.size(),
                    time.toMillis() / 1e3,
                    version));
            if (arguments.has("messages")) {
                ours.forEach(opinion -> report.say(opinion.reasons()));
            }
            List<Opinion> theirs = new ArrayList<>();
            Duration judging = Contender.time(() -> theirs.addAll(judge(server, Step.in(folder), report)));
            report.say(String.format(Locale.ROOT, "psql and pg_dump: %.1f s", judging.toMillis() / 1e3));
            compare(ours, theirs, report);
        }
    }

    private static List<Opinion> judge(Server server, List<Step> steps, Report report) throws Exception {
        List<Opinion> opinions = new ArrayList<>();
        try (IndependentJudge judge = new IndependentJudge(server)) {
            for (Step step : steps) {
                Opinion opinion = judge.judge(step);
                opinions.add(opinion);
                if (opinion.kinds().contains(Kind.UP_FAILS)) {
                    report.say("The steps after " + step.name() + " are not judged: it fails.\n" + opinion.reasons());
                    break;
                }
            }
        }
        return opinions;
    }

    private static void compare(List<Opinion> ours, List<Opinion> theirs, Report report) {
        int disagreements = 0;
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            if (!ours.get(i).agreesWith(theirs.get(i))) {
                disagreements++;
                report.say("\n" + ours.get(i).step() + "\n  Switchback: " + ours.get(i) + "\n  the judge:  "
                        + theirs.get(i) + "\n\n" + ours.get(i).reasons() + "\n"
                        + theirs.get(i).reasons());
            }
        }
        report.say("");
        report.say("| | steps | hold | "
                + Stream.of(Kind.values()).map(Kind::label).collect(Collectors.joining(" | ")) + " |");
        report.say("| --- |" + " ---: |".repeat(Kind.values().length + 2));
        report.say(row("Switchback", ours));
        report.say(row("psql and pg_dump", theirs));
        report.limit("steps with another verdict", disagreements, 0);
    }

    private static String row(String judge, List<Opinion> opinions) {
        String counts = Stream.of(Kind.values())
                .map(kind -> opinions.stream()
                        .filter(opinion -> opinion.kinds().contains(kind))
                        .count())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
        long hold =
                opinions.stream().filter(opinion -> opinion.kinds().isEmpty()).count();
        return "| " + judge + " | " + opinions.size() + " | " + hold + " | " + counts + " |";
    }
}

package dev.switchback.migration.run;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.text.Indentation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The findings about a script that had to be cancelled. */
@API(status = API.Status.INTERNAL)
public final class TimeoutFindings {

    private static final String ADVICE =
            """
            If it is meant to take so long, raise the limit: @MigrationRoundTrip(timeLimit = %d), or the configuration
            parameter switchback.round-trip.time-limit = %d, in seconds.""";

    private TimeoutFindings() {}

    /**
     * Says what was cancelled, and where.
     *
     * @param who what took too long, as a title begins: {@code V7__split_name: the undo}
     */
    public static Finding of(String who, ScriptError error, ScriptTimeout overrun) {
        String title = who + " does not end";
        String text = Stream.of(
                        title,
                        place(error, overrun),
                        statement(error, overrun),
                        lock(overrun),
                        Indentation.of(advice(overrun.limit()), 2))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return new Finding("time-limit", Severity.FAIL, title, text + "\n");
    }

    private static String place(ScriptError error, ScriptTimeout overrun) {
        String line = error.line().map(number -> ":" + number).orElse("");
        String where = overrun.place()
                .map(frame -> "\nIts code was at %s.%s(%s:%d)."
                        .formatted(
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()))
                .orElse("");
        return Indentation.of(
                "%s%s\nIt ran for longer than %s, the time limit of a script, and was cancelled.%s"
                        .formatted(error.location(), line, inWords(overrun.limit()), where),
                2);
    }

    private static String statement(ScriptError error, ScriptTimeout overrun) {
        return error.statement()
                .map(FailingStatement::toString)
                .or(() -> overrun.activity().map(SessionActivity::statement))
                .filter(statement -> !statement.isEmpty())
                .map(statement -> Indentation.of(statement, 4))
                .orElse("");
    }

    private static String lock(ScriptTimeout overrun) {
        return overrun.activity()
                .filter(activity -> !activity.lock().isEmpty())
                .map(activity -> Indentation.of("It waited for " + activity.lock() + heldBy(activity.holders()), 2))
                .orElse("");
    }

    private static String heldBy(List<SessionActivity.Holder> holders) {
        return holders.isEmpty()
                ? "."
                : holders.stream()
                        .map(holder -> holder.session() + "\n\n" + Indentation.of(holder.statement(), 2))
                        .collect(Collectors.joining("\n\n", ", which is held by\n", ""));
    }

    private static String advice(Duration limit) {
        long more = Math.max(600, 2 * limit.toSeconds());
        return ADVICE.formatted(more, more);
    }

    /** In the largest unit that makes it whole. */
    static String inWords(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + " milliseconds";
        }
        return time.toSeconds() % 60 == 0 ? counted(time.toMinutes(), "minute") : counted(time.toSeconds(), "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}

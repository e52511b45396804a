package dev.switchback.migration;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why and where a script failed.
 *
 * @param location the file or class
 * @param line the line on which the failing statement begins, where it is known
 * @param statement the failing statement, where it is known
 * @param sqlState the server's code, where the server said it
 * @param message the server's words with its detail and hint, or the exception's
 */
record ScriptError(
        String location,
        Optional<Integer> line,
        Optional<String> statement,
        Optional<String> sqlState,
        String message) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(location);
        line.ifPresent(number -> text.append(':').append(number));
        sqlState.ifPresent(state -> text.append("\nSQLSTATE ").append(state));
        text.append("\n").append(message);
        statement.ifPresent(sql -> text.append("\n\n").append(StepFindings.indented(sql, 2)));
        return text.toString();
    }

    private static final Pattern LINE = Pattern.compile("^Line\\s*:\\s*(\\d+)\\s*$", Pattern.MULTILINE);

    static ScriptError from(Script script, @Nullable String statement, Throwable failure) {
        return from(script.location(), script.text(), statement, failure);
    }

    static ScriptError from(String location, String text, @Nullable String statement, Throwable failure) {
        Optional<SQLException> fromServer = find(failure, SQLException.class);
        Throwable root = fromServer.<Throwable>map(e -> e).orElseGet(() -> root(failure));
        return new ScriptError(
                location,
                line(text, statement, failure),
                Optional.ofNullable(statement).map(String::strip),
                fromServer.map(SQLException::getSQLState),
                String.valueOf(root.getMessage()));
    }

    /** Flyway prints the line; where it does not, the statement is looked for in the text. */
    private static Optional<Integer> line(String text, @Nullable String statement, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher line = LINE.matcher(String.valueOf(cause.getMessage()));
            if (line.find()) {
                return Optional.of(Integer.valueOf(line.group(1)));
            }
        }
        int at = statement == null ? -1 : text.indexOf(statement.strip());
        return at < 0
                ? Optional.empty()
                : Optional.of(1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

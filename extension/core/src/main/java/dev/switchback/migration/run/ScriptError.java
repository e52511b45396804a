package dev.switchback.migration.run;

import dev.switchback.migration.script.Script;
import dev.switchback.text.Indentation;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Why and where a script failed.
 *
 * @param location the file or class
 * @param line the line of the error or, where the server names none, of the failing statement
 * @param statement the failing statement, where it is known
 * @param sqlState the server's code, where the server said it
 * @param message the server's words with its detail and hint, or the exception's
 * @param remarks what else is worth knowing
 */
@API(status = API.Status.INTERNAL)
public record ScriptError(
        String location,
        Optional<Integer> line,
        Optional<FailingStatement> statement,
        Optional<String> sqlState,
        String message,
        List<String> remarks) {

    private static final Pattern LINE = Pattern.compile("^Line\\s*:\\s*(\\d+)\\s*$", Pattern.MULTILINE);
    private static final Pattern SERVER_OBJECT = Pattern.compile("^ERROR: (role|tablespace) ");
    private static final Pattern POSITION = Pattern.compile("\\n\\s*Position: (\\d+)\\s*(?=\\n|$)");

    static ScriptError from(Script script, @Nullable String statement, Throwable failure) {
        return from(script.location(), script.text(), statement, failure);
    }

    static ScriptError from(String location, String text, @Nullable String statement, Throwable failure) {
        Optional<SQLException> fromServer = find(failure, SQLException.class);
        Throwable root = fromServer.<Throwable>map(e -> e).orElseGet(() -> root(failure));
        String message = String.valueOf(root.getMessage());
        Matcher position = POSITION.matcher(message);
        Optional<FailingStatement> failing = Optional.ofNullable(statement)
                .map(sql -> FailingStatement.of(sql, position.find() ? Integer.parseInt(position.group(1)) : 0));
        return new ScriptError(
                location,
                line(text, statement, failure)
                        .map(line -> line
                                + failing.map(FailingStatement::lineOfError).orElse(0)),
                failing,
                fromServer.map(SQLException::getSQLState),
                position.replaceFirst(""),
                List.of());
    }

    /** The server's words or the exception's, and the failing statement. */
    public String words() {
        return message + statement.map(failing -> "\n" + failing).orElse("");
    }

    ScriptError with(List<String> remarksOnIt) {
        return new ScriptError(location, line, statement, sqlState, message, List.copyOf(remarksOnIt));
    }

    static boolean isFromServer(Throwable failure) {
        return find(failure, SQLException.class).isPresent();
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

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
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

    /** Whether an object that all databases of a server share is there already. */
    public boolean isAboutTheWholeServer() {
        return sqlState.filter("42710"::equals).isPresent()
                && SERVER_OBJECT.matcher(message).find();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(location);
        line.ifPresent(number -> text.append(':').append(number));
        sqlState.ifPresent(state -> text.append("\nSQLSTATE ").append(state));
        message.lines()
                .map(said -> said.startsWith(" ") || message.startsWith(said) ? said : "    " + said)
                .forEach(said -> text.append('\n').append(said));
        statement.ifPresent(failing -> text.append("\n\n").append(Indentation.of(failing.toString(), 2)));
        return text.toString();
    }
}

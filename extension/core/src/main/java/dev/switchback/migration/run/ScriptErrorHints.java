package dev.switchback.migration.run;

import dev.switchback.migration.FailedStatement;
import dev.switchback.migration.ScriptLanguage;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.migration.script.ScriptText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hints on a script that failed, where the server's words do not give them. */
final class ScriptErrorHints {

    private final DataSource database;
    private final ScriptLanguage language;
    private final String historyTable;

    /**
     * Prepares the remarks.
     *
     * @param historyTable the table in which Flyway keeps what is applied
     */
    ScriptErrorHints(DataSource database, ScriptLanguage language, String historyTable) {
        this.database = database;
        this.language = language;
        this.historyTable = historyTable;
    }

    /** About a script, whose text is empty where it is not known. */
    List<String> on(ScriptError error, String text) {
        return Stream.of(lostHistory(error), mixed(error), committed(error, text), fromServer(error))
                .flatMap(Optional::stream)
                .toList();
    }

    /** About a script that ran behind another one. */
    List<String> on(ScriptError error, Phase phase) {
        return Stream.concat(on(error, phase.script().text()).stream(), rolledBack(phase).stream())
                .toList();
    }

    private Optional<String> lostHistory(ScriptError error) {
        boolean isLost = error.statement().isEmpty()
                && error.sqlState().isPresent()
                && error.message().contains(historyTable + "\" does not exist");
        return isLost
                ? Optional.of(
                        "The script dropped the table in which Flyway keeps what is applied, so Flyway cannot go on. Leave"
                                + "\nthat table and its schema to Flyway.")
                : Optional.empty();
    }

    /** Whether Flyway refuses a script because some of its statements run only outside a transaction. */
    static boolean isMixed(@Nullable String message) {
        return message != null && message.startsWith("Detected both transactional and non-transactional statements");
    }

    private static Optional<String> mixed(ScriptError error) {
        return isMixed(error.message())
                ? Optional.of(
                        "The server runs some statements only outside a transaction. Give them a script of their own, or let none of"
                                + "\nthis one's run in a transaction: executeInTransaction=false in "
                                + ScriptPath.fileName(error.location()) + ".conf beside it.")
                : Optional.empty();
    }

    private Optional<String> committed(ScriptError error, String text) {
        return error.line()
                .flatMap(line -> ScriptText.lineOfCommitBefore(line, text))
                .map(line -> "It commits by itself on line " + line
                        + ": what it did before stays, though Flyway does not count it as run.");
    }

    private Optional<String> rolledBack(Phase phase) {
        Script before =
                switch (phase.direction()) {
                    case UP -> null;
                    case DOWN -> phase.pair().up();
                    case AGAIN -> phase.pair().undo().orElse(null);
                };
        return Optional.ofNullable(before).flatMap(script -> ScriptText.lineOfRollback(script.text())
                .map(line -> script.name() + ", which ran before it, rolls back by itself on line " + line
                        + ": what it did before is gone."));
    }

    private Optional<String> fromServer(ScriptError error) {
        if (error.sqlState().isEmpty() || error.statement().isEmpty()) {
            return Optional.empty();
        }
        String statement = String.join("\n", error.statement().get().lines());
        FailedStatement failed = new FailedStatement(error.sqlState().get(), error.message(), statement);
        try {
            return Optional.of(language.remark(this::serverVersion, failed)).filter(remark -> !remark.isEmpty());
        } catch (SQLException notToBeHad) {
            return Optional.empty();
        }
    }

    private int serverVersion() throws SQLException {
        try (Connection observer = database.getConnection()) {
            return observer.getMetaData().getDatabaseMajorVersion();
        }
    }
}

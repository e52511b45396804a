package dev.switchback.postgresql.filling;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A refusal in the server's own words, and the names that it gives. */
record ServerWords(
        String state,
        String message,
        String detail,
        String schema,
        String table,
        String column,
        String constraint,
        String type) {

    private static final int LONGEST = 300;

    static ServerWords from(SQLException error) {
        ServerErrorMessage said = error instanceof PSQLException own ? own.getServerErrorMessage() : null;
        if (said == null) {
            return new ServerWords(text(error.getSQLState()), text(error.getMessage()), "", "", "", "", "", "");
        }
        return new ServerWords(
                text(said.getSQLState()),
                text(said.getMessage()),
                text(said.getDetail()),
                text(said.getSchema()),
                text(said.getTable()),
                text(said.getColumn()),
                text(said.getConstraint()),
                text(said.getDatatype()));
    }

    static String of(SQLException error) {
        return from(error).sentence();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Message of the server with its detail, on one line. */
    String sentence() {
        String all =
                (message + (detail.isEmpty() || state.startsWith("235") ? "" : ": " + detail)).replaceAll("\\s+", " ");
        String shown = all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
        return switch (state) {
            case "57014" -> shown + " (a row may take 2 seconds)";
            default -> shown;
        };
    }
}

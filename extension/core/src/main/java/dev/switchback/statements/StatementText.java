package dev.switchback.statements;

import dev.switchback.migration.script.ScriptParts.Part;
import dev.switchback.statements.StatementPieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of statements, each ended by a semicolon; comments above one belong to the file, but for lines of values. */
final class StatementText {

    /** Begins and ends of transactions are the caller's, and no statement to be tried. */
    private static final Pattern TRANSACTION = Pattern.compile(
            "(?i)(begin|start\\s+transaction|commit|end|rollback|abort|savepoint|release|prepare\\s+transaction)\\b.*",
            Pattern.DOTALL);

    private final String file;
    private final String text;

    private StatementText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The statements of a file, in its order.
     *
     * @throws StatementException if a line of values is not understood or does not fit its statement
     */
    static List<ApplicationStatement> parse(String file, String text) {
        return new StatementText(file, text).parse();
    }

    /** The statements of one text that is sent, without semicolons and without the comments before and after each. */
    static List<String> cut(String sql) {
        return StatementPieces.of(sql).stream()
                .filter(Piece::isStatement)
                .map(piece -> sql.substring(piece.start(), piece.end()))
                .toList();
    }

    static boolean isOfTransaction(String sql) {
        return TRANSACTION.matcher(sql).matches();
    }

    private List<ApplicationStatement> parse() {
        List<ApplicationStatement> statements = new ArrayList<>();
        for (Piece piece : StatementPieces.of(text)) {
            String sql = text.substring(piece.start(), piece.end());
            List<List<StatementValue>> calls = calls(piece, Placeholders.of(sql).count());
            if (piece.isStatement() && !isOfTransaction(sql)) {
                statements.add(ApplicationStatement.of(file, line(piece.start()), sql, calls));
            }
        }
        return statements;
    }

    private List<List<StatementValue>> calls(Piece piece, int count) {
        List<List<StatementValue>> calls = new ArrayList<>();
        for (Part comment : piece.comments()) {
            Optional<String> values = ValueLine.in(text.substring(comment.start(), comment.end()));
            if (values.isPresent()) {
                calls.add(call(values.get(), file + ":" + line(comment.start()), piece, count));
            }
        }
        return calls;
    }

    private static List<StatementValue> call(String values, String place, Piece piece, int count) {
        if (!piece.isStatement()) {
            throw new StatementException(
                    "%s: these values stand above no statement. Put the line above the one that they are for."
                            .formatted(place));
        }
        List<StatementValue> call = ValueLine.parse(values, place);
        if (call.size() != count) {
            throw new StatementException(
                    "%s: the values and the statement below them do not fit: it has %d parameters, and the line %d values. Write one value for each."
                            .formatted(place, count, call.size()));
        }
        return call;
    }

    private int line(int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}

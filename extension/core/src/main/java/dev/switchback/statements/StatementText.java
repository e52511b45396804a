package dev.switchback.statements;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.migration.script.ScriptParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file of statements, each ended by a semicolon; comments above one belong to the file, but for lines of values. */
final class StatementText {

    /** Begins and ends of transactions are the caller's, and no statement to be tried. */
    private static final Pattern TRANSACTION = Pattern.compile(
            "(?i)(begin|start\\s+transaction|commit|end|rollback|abort|savepoint|release|prepare\\s+transaction)\\b.*",
            Pattern.DOTALL);

    private final String file;
    private final String text;
    private final List<ApplicationStatement> statements = new ArrayList<>();
    private final List<Values> values = new ArrayList<>();
    private int start = -1;

    private record Values(String text, int line) {}

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

    /** The statements of one text that is sent, without semicolons and without the comments before each. */
    static List<String> cut(String sql) {
        StatementText cut = new StatementText("", sql);
        cut.values.clear();
        return cut.pieces().stream()
                .map(piece -> sql.substring(piece.start, piece.end))
                .map(String::strip)
                .toList();
    }

    static boolean isOfTransaction(String sql) {
        return TRANSACTION.matcher(sql).matches();
    }

    private record Piece(int start, int end, List<Values> values) {}

    private List<ApplicationStatement> parse() {
        for (Piece piece : pieces()) {
            String sql = text.substring(piece.start, piece.end).strip();
            if (!isOfTransaction(sql)) {
                statements.add(ApplicationStatement.of(file, line(piece.start), sql, calls(sql, piece.values)));
            }
        }
        return statements;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Part part : ScriptParts.of(text)) {
            switch (part.kind()) {
                case CODE -> code(part, pieces);
                case LINE_COMMENT -> comment(part);
                case TEXT, NAME, BODY -> start = start < 0 ? part.start() : start;
                case BLOCK_COMMENT, ROWS -> {}
            }
        }
        end(text.length(), pieces);
        return pieces;
    }

    private void code(Part part, List<Piece> pieces) {
        for (int i = part.start(); i < part.end(); i++) {
            if (text.charAt(i) == ';') {
                end(i, pieces);
            } else if (start < 0 && !Character.isWhitespace(text.charAt(i))) {
                start = i;
            }
        }
    }

    private void comment(Part part) {
        if (start < 0) {
            ValueLine.in(text.substring(part.start(), part.end()))
                    .ifPresent(line -> values.add(new Values(line, line(part.start()))));
        }
    }

    private void end(int to, List<Piece> pieces) {
        if (start >= 0) {
            pieces.add(new Piece(start, to, List.copyOf(values)));
            values.clear();
        }
        start = -1;
    }

    private List<List<StatementValue>> calls(String sql, List<Values> lines) {
        int count = Placeholders.of(sql).count();
        List<List<StatementValue>> calls = new ArrayList<>();
        for (Values line : lines) {
            String place = file + ":" + line.line;
            List<StatementValue> call = ValueLine.parse(line.text, place);
            if (call.size() != count) {
                throw new StatementException(
                        "%s: the values and the statement below them do not fit: it has %d parameters, and the line %d values. Write one value for each."
                                .formatted(place, count, call.size()));
            }
            calls.add(call);
        }
        return calls;
    }

    private int line(int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}

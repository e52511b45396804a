package dev.switchback.statements;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.migration.script.ScriptParts.Part;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into statements, at semicolons outside of quotes and comments; comments before and after one are not part of it. */
final class StatementPieces {

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Part> comments = new ArrayList<>();
    private int start = -1;
    private int end;

    /**
     * A statement, from its first letter to behind its last, or what is behind the last statement.
     *
     * @param comments the lines of comment above it
     */
    record Piece(int start, int end, List<Part> comments) {

        boolean isStatement() {
            return start < end;
        }
    }

    private StatementPieces(String text) {
        this.text = text;
    }

    static List<Piece> of(String text) {
        return new StatementPieces(text).cut();
    }

    private List<Piece> cut() {
        for (Part part : ScriptParts.of(text)) {
            switch (part.kind()) {
                case CODE -> code(part);
                case TEXT, NAME, BODY -> take(part.start(), part.end());
                case LINE_COMMENT -> {
                    if (start < 0) {
                        comments.add(part);
                    }
                }
                case BLOCK_COMMENT, ROWS -> {}
            }
        }
        endPiece();
        if (!comments.isEmpty()) {
            pieces.add(new Piece(text.length(), text.length(), List.copyOf(comments)));
        }
        return pieces;
    }

    private void code(Part part) {
        for (int i = part.start(); i < part.end(); i++) {
            if (text.charAt(i) == ';') {
                endPiece();
            } else if (!Character.isWhitespace(text.charAt(i))) {
                take(i, i + 1);
            }
        }
    }

    private void take(int from, int to) {
        start = start < 0 ? from : start;
        end = to;
    }

    private void endPiece() {
        if (start >= 0) {
            pieces.add(new Piece(start, end, List.copyOf(comments)));
            comments.clear();
        }
        start = -1;
    }
}

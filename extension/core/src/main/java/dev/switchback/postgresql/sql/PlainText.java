package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Token.Sort;
import java.util.ArrayList;
import java.util.List;

/** Compares texts that are not understood: by their tokens, without white space, comments and the case of words. */
final class PlainText {

    private PlainText() {}

    static boolean same(String written, String read) {
        try {
            return tokens(written).equals(tokens(read));
        } catch (NotUnderstood noTokens) {
            return written.strip().replaceAll("\\s+", " ").equals(read.strip().replaceAll("\\s+", " "));
        }
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(Tokens.of(text));
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isMark(";")) {
            tokens.remove(tokens.size() - 1);
        }
        tokens.replaceAll(token -> token.sort() == Sort.QUOTED && token.text().matches("[a-z_][a-z0-9_$]*")
                ? new Token(Sort.WORD, token.text())
                : token);
        return tokens;
    }
}

package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Token.Sort;
import java.util.List;

/** Goes through the tokens of a text. */
final class Cursor {

    private final List<Token> tokens;
    private int at;

    Cursor(String text) {
        this.tokens = Tokens.of(text);
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : Token.END;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean atEnd() {
        return peek().sort() == Sort.END;
    }

    /** Goes past these words if they are what follows. */
    boolean accept(String words) {
        String[] all = words.split(" ");
        for (int i = 0; i < all.length; i++) {
            if (!peek(i).isWord(all[i])) {
                return false;
            }
        }
        at += all.length;
        return true;
    }

    boolean acceptMark(String mark) {
        boolean there = peek().isMark(mark);
        at += there ? 1 : 0;
        return there;
    }

    boolean acceptOperator(String operator) {
        boolean there = peek().isOperator(operator);
        at += there ? 1 : 0;
        return there;
    }

    void expect(String words) {
        if (!accept(words)) {
            throw notUnderstood();
        }
    }

    void expectMark(String mark) {
        if (!acceptMark(mark)) {
            throw notUnderstood();
        }
    }

    String expectName() {
        if (!peek().isName()) {
            throw notUnderstood();
        }
        return next().text();
    }

    NotUnderstood notUnderstood() {
        return new NotUnderstood(peek().text());
    }
}

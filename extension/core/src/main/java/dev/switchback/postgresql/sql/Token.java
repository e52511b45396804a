package dev.switchback.postgresql.sql;

/**
 * One token.
 *
 * @param sort the sort of token
 * @param text a word in lower case, a quoted name without its quotes, a string's value, anything else as it is
 */
record Token(Sort sort, String text) {

    enum Sort {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        OPERATOR,
        MARK,
        END
    }

    static final Token END = new Token(Sort.END, "");

    boolean isWord(String word) {
        return sort == Sort.WORD && text.equals(word);
    }

    boolean isMark(String mark) {
        return sort == Sort.MARK && text.equals(mark);
    }

    boolean isOperator(String operator) {
        return sort == Sort.OPERATOR && text.equals(operator);
    }

    boolean isName() {
        return sort == Sort.WORD || sort == Sort.QUOTED;
    }
}

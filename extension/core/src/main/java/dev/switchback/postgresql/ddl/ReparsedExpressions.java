package dev.switchback.postgresql.ddl;

import java.util.regex.Pattern;

/** Expressions that the server prints in words which it would itself read as others. */
final class ReparsedExpressions {

    /** The form of {@code name IN ('a', 'b')} if the column is a varchar: read again, each item gets the cast. */
    private static final Pattern LIST_OF_VARCHAR =
            Pattern.compile("\\(((?:[\\p{L}\\p{N}_$.]|\"(?:[^\"]|\"\")+\")+)\\)::text (= ANY|<> ALL) "
                    + "\\(\\((ARRAY\\[(?:'(?:[^']++|'')*+'::character varying(?:, )?)+])\\)::text\\[]\\)");

    private ReparsedExpressions() {}

    /** The statement in words that give the same expression when they are read. */
    static String readable(String statement) {
        return statement.contains("::character varying])::text[])")
                ? LIST_OF_VARCHAR.matcher(statement).replaceAll("$1 $2 ($3)")
                : statement;
    }
}

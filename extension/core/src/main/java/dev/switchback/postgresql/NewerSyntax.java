package dev.switchback.postgresql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A syntax that PostgreSQL 14 does not know yet, as far as migrations commonly use it.
 *
 * @param name how people call it
 * @param since the first major version that knows it
 */
record NewerSyntax(String name, int since, Pattern pattern) {

    /** Names in quotes are matched too, because they may hold what looks like the beginning of a string. */
    private static final Pattern NO_CODE = Pattern.compile(
            "(--[^\\n]*|/\\*.*?\\*/)|\\b[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'[^']*+'|(\"[^\"]*+\")", Pattern.DOTALL);

    private static final List<NewerSyntax> KNOWN = List.of(
            of("MERGE", 15, "^\\s*MERGE\\s+INTO\\b"),
            of("NULLS [NOT] DISTINCT", 15, "\\bNULLS\\s+(NOT\\s+)?DISTINCT\\b"),
            of("the view option security_invoker", 15, "\\bsecurity_invoker\\b"),
            of("ON DELETE SET NULL with columns", 15, "\\bON\\s+DELETE\\s+SET\\s+(NULL|DEFAULT)\\s*\\("),
            of("SET ACCESS METHOD", 15, "\\bALTER\\s+TABLE\\b.*\\bSET\\s+ACCESS\\s+METHOD\\b"),
            of("TABLES IN SCHEMA of a publication", 15, "\\bPUBLICATION\\b.*\\bTABLES\\s+IN\\s+SCHEMA\\b"),
            of("the SQL/JSON constructors", 16, "\\bJSON_(ARRAY|OBJECTAGG|ARRAYAGG)\\s*\\("),
            of(
                    "the SQL/JSON constructor JSON_OBJECT",
                    16,
                    "\\bJSON_OBJECT\\s*\\([^,()\\[]*?((?<!:):(?!:)|\\S\\s+VALUE\\s)"),
            of("IS JSON", 16, "\\bIS\\s+(NOT\\s+)?JSON\\b"),
            of("any_value", 16, "\\bany_value\\s*\\("),
            of(
                    "STORAGE in CREATE TABLE",
                    16,
                    "^\\s*CREATE\\b.*\\bTABLE\\b.*\\bSTORAGE\\s+(PLAIN|EXTERNAL|EXTENDED|MAIN)\\b"),
            of("MERGE ... RETURNING", 17, "^\\s*MERGE\\s+INTO\\b.*\\bRETURNING\\b"),
            of("WHEN NOT MATCHED BY SOURCE", 17, "\\bNOT\\s+MATCHED\\s+BY\\s+(SOURCE|TARGET)\\b"),
            of("JSON_TABLE and its kin", 17, "\\bJSON_(TABLE|EXISTS|QUERY|VALUE)\\s*\\("),
            of("SET EXPRESSION", 17, "\\bSET\\s+EXPRESSION\\b"),
            of("the privilege MAINTAIN", 17, "\\b(GRANT|REVOKE)\\b.*\\bMAINTAIN\\b"),
            of("a named NOT NULL constraint added to a table", 18, "\\bADD\\s+CONSTRAINT\\s+\\S+\\s+NOT\\s+NULL\\b"),
            of("a virtual generated column", 18, "\\bGENERATED\\s+ALWAYS\\s+AS\\b.*\\bVIRTUAL\\b"),
            of("WITHOUT OVERLAPS", 18, "\\bWITHOUT\\s+OVERLAPS\\b"),
            of("a foreign key with PERIOD", 18, "\\bFOREIGN\\s+KEY\\s*\\([^)]*\\bPERIOD\\s+[\\w\"]"),
            of("NOT ENFORCED", 18, "\\bNOT\\s+ENFORCED\\b"),
            of("uuidv7", 18, "\\buuidv7\\s*\\("));

    private static NewerSyntax of(String name, int since, String pattern) {
        return new NewerSyntax(name, since, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    /** The newest version that is known here: its syntax is not too new for it. */
    private static final int NEWEST = 18;

    private static final Pattern COMMAND = Pattern.compile(
            "\\s*(ALTER|ANALYZE|CALL|CLUSTER|COMMENT|COPY|CREATE|DELETE|DO|DROP|EXPLAIN|GRANT|INSERT|LOCK|MERGE|REFRESH|REINDEX"
                    + "|REVOKE|SECURITY|SELECT|SET|TRUNCATE|UPDATE|VACUUM|VALUES|WITH)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * Whether a syntax error in a statement may be what only a newer version understands: not where a newer one is not known,
     * nor where the statement begins with no command, or its brackets or quotes do not close.
     */
    static boolean mayBeIn(String statement, int version) {
        String code = NO_CODE.matcher(statement).replaceAll(NewerSyntax::blank);
        long open = code.chars().filter(letter -> letter == '(').count();
        long closed = code.chars().filter(letter -> letter == ')').count();
        return version < NEWEST && COMMAND.matcher(code).lookingAt() && open == closed && !code.contains("'");
    }

    /**
     * The syntax in a statement that a server of this version does not know; of several the newest. Bodies between dollars
     * count as code.
     */
    static Optional<NewerSyntax> in(String statement, int version) {
        String code = NO_CODE.matcher(statement).replaceAll(NewerSyntax::blank);
        return KNOWN.stream()
                .filter(syntax -> syntax.since > version)
                .filter(syntax -> syntax.pattern.matcher(code).find())
                .max(Comparator.comparingInt(NewerSyntax::since));
    }

    private static String blank(MatchResult found) {
        if (found.group(1) != null) {
            return " ";
        }
        return found.group(2) != null ? "\"\"" : "''";
    }
}

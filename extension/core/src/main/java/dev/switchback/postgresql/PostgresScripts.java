package dev.switchback.postgresql;

import dev.switchback.migration.FailedStatement;
import dev.switchback.migration.ScriptLanguage;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of scripts for PostgreSQL. */
final class PostgresScripts implements ScriptLanguage {

    private static final String SYNTAX_ERROR = "42601";

    private static final String CHOICE = "@TestDatabase(version = \"%s\") or switchback.version chooses another.";

    private static final Pattern MISSING_ROLE = Pattern.compile("\\brole \"(.+)\" does not exist");

    private static final String MISSING_ROLE_REMARK =
            """
            A role belongs to the whole server, and this one has none but its own. Where production has it before the migrations:
            @TestDatabase(roles = "%1$s") or switchback.roles = %1$s creates it here.""";

    /** No such function, no such object, no such parameter, no such feature. */
    private static final Set<String> UNKNOWN = Set.of("42883", "42704", "22023", "0A000");

    /** Wherever it stands, for what a string holds may be run, and to be wrong here costs nothing but time. */
    private static final Pattern WHOLE_SERVER = Pattern.compile(
            "\\b(create|alter|drop|comment\\s+on)\\s+(role|user(?!\\s+mapping)|group|tablespace|database|subscription|system)\\b"
                    + "|\\b(grant|revoke)\\b(?![^;]*\\son\\s)|\\bon\\s+(tablespace|database|parameter)\\b"
                    + "|\\b(drop|reassign)\\s+owned\\b|\\bcopy\\b[^;]*\\b(from|to)\\s+('|program\\b)"
                    + "|\\bdblink|\\bpg_(create|drop)\\w*_replication",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> assembled(String statement, String avoided) {
        return Optional.of(AssembledStatement.of(statement, avoided));
    }

    @Override
    public Optional<String> resetRole() {
        return Optional.of("RESET ROLE");
    }

    @Override
    public boolean concernsServer(String text) {
        return WHOLE_SERVER.matcher(text).find();
    }

    @Override
    public String remark(ServerVersion server, FailedStatement failed) throws SQLException {
        Matcher role = MISSING_ROLE.matcher(failed.message());
        return role.find()
                ? MISSING_ROLE_REMARK.formatted(role.group(1))
                : ofSyntax(server, failed.sqlState(), failed.statement());
    }

    private static String ofSyntax(ServerVersion server, String sqlState, String statement) throws SQLException {
        boolean isSyntax = sqlState.equals(SYNTAX_ERROR);
        if (!isSyntax && !UNKNOWN.contains(sqlState)) {
            return "";
        }
        if (isSyntax && statement.startsWith("\\")) {
            return "That is a command of psql, which no other client knows. Write it in SQL, or leave it out.";
        }
        int version = server.major();
        Optional<NewerSyntax> newer = NewerSyntax.in(statement, version);
        if (newer.isPresent()) {
            return "PostgreSQL %s runs here; %s needs %s or newer.\n%s"
                    .formatted(
                            version,
                            newer.get().name(),
                            newer.get().since(),
                            CHOICE.formatted(newer.get().since()));
        }
        return isSyntax && NewerSyntax.mayBeIn(statement, version)
                ? "PostgreSQL %s runs here. If that is too old for this syntax:\n%s"
                        .formatted(version, CHOICE.formatted("..."))
                : "";
    }
}

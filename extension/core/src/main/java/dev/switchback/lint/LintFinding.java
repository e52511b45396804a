package dev.switchback.lint;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The judgment of one rule on a migration, or on a file.
 *
 * <p>Made by Switchback only, so that it may say more in later versions.
 */
public final class LintFinding {

    private final LintRule rule;
    private final Severity severity;
    private final Optional<Migration> migration;
    private final String file;
    private final int line;
    private final String statement;
    private final String problem;
    private final String effect;
    private final String reason;
    private final List<String> saferSql;

    private LintFinding(
            LintRule rule,
            Severity severity,
            Optional<Migration> migration,
            String file,
            int line,
            String statement,
            String problem,
            String effect,
            String reason,
            List<String> saferSql) {
        this.rule = rule;
        this.severity = severity;
        this.migration = migration;
        this.file = file;
        this.line = line;
        this.statement = statement;
        this.problem = problem;
        this.effect = effect;
        this.reason = reason;
        this.saferSql = List.copyOf(saferSql);
    }

    /**
     * A finding that says only what is wrong and where; the other methods add to it.
     *
     * @param file the file or class, as a person finds it
     * @param line counted from 1; 0 for the file as a whole
     * @param problem a clause without a full stop that names what is concerned
     */
    @API(status = API.Status.INTERNAL)
    public static LintFinding of(LintRule rule, String file, int line, String problem) {
        return new LintFinding(rule, rule.severity(), Optional.empty(), file, line, "", problem, "", "", List.of());
    }

    @API(status = API.Status.INTERNAL)
    public LintFinding with(Severity other) {
        return new LintFinding(rule, other, migration, file, line, statement, problem, effect, reason, saferSql);
    }

    /** The same finding, of which another clause says what is wrong. */
    @API(status = API.Status.INTERNAL)
    public LintFinding with(String clause) {
        return new LintFinding(rule, severity, migration, file, line, statement, clause, effect, reason, saferSql);
    }

    @API(status = API.Status.INTERNAL)
    public LintFinding of(Migration concerned) {
        return new LintFinding(
                rule, severity, Optional.of(concerned), file, line, statement, problem, effect, reason, saferSql);
    }

    /** The same finding, about one statement. */
    @API(status = API.Status.INTERNAL)
    public LintFinding at(int lineOfStatement, String sql) {
        return new LintFinding(
                rule, severity, migration, file, lineOfStatement, sql, problem, effect, reason, saferSql);
    }

    /**
     * The same finding with what was seen and why that matters, each one or more sentences.
     *
     * @param seen empty if the problem says it all
     */
    @API(status = API.Status.INTERNAL)
    public LintFinding because(String seen, String why) {
        return new LintFinding(rule, severity, migration, file, line, statement, problem, seen, why, saferSql);
    }

    /** The same finding with the safer way: statements, and comments that say what goes into another migration. */
    @API(status = API.Status.INTERNAL)
    public LintFinding safer(List<String> statements) {
        return new LintFinding(rule, severity, migration, file, line, statement, problem, effect, reason, statements);
    }

    public LintRule rule() {
        return rule;
    }

    /** Whether it fails the verdict. */
    public Severity severity() {
        return severity;
    }

    /** The migration, repeatable ones with an empty version; empty if it is about no single one. */
    public Optional<Migration> migration() {
        return migration;
    }

    /** The file or class, as a person finds it. */
    public String file() {
        return file;
    }

    /** The line on which the statement begins, counted from 1; 0 for the file as a whole. */
    public int line() {
        return line;
    }

    /** The statement, as it ran; empty if it is about none. */
    public String statement() {
        return statement;
    }

    /** A clause that says what is wrong. */
    public String problem() {
        return problem;
    }

    /** The effects that were seen, in sentences; may be empty. */
    public String effect() {
        return effect;
    }

    /** The reason why it matters, in sentences. */
    public String reason() {
        return reason;
    }

    /** The safer way, as statements with comments between them; empty if no SQL is safer. */
    public List<String> saferSql() {
        return saferSql;
    }

    /** Where it is: {@code db/migration/V7__split_name.sql:3}. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }

    /** One line: the place by the file's name alone, the rule and the problem. */
    public String title() {
        return FilePaths.last(file) + (line == 0 ? "" : ":" + line) + ": " + rule.id() + ": " + problem;
    }

    /** The finding in the form of all of Switchback's checks. */
    @API(status = API.Status.INTERNAL)
    public Finding finding() {
        return new Finding(rule.id(), severity, title(), LintText.of(this));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LintFinding that
                && parts().toList().equals(that.parts().toList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts().toArray());
    }

    private Stream<Object> parts() {
        return Stream.of(rule, severity, migration, file, line, statement, problem, effect, reason, saferSql);
    }

    /** The whole message, as a failing test prints it. */
    @Override
    public String toString() {
        return LintText.of(this);
    }
}

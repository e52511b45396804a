package dev.switchback.schema.rules;

import dev.switchback.schema.Schema;
import dev.switchback.testfiles.TestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules that a schema is held against, and the accepted violations.
 *
 * <p>Immutable: each method that changes something gives other rules. May be used by many threads.
 */
public final class SchemaRules {

    private final List<SchemaRule> rules;
    private final Optional<Path> frozen;

    private SchemaRules(List<SchemaRule> rules, Optional<Path> frozen) {
        this.rules = List.copyOf(rules);
        this.frozen = frozen;
        Set<String> ids = new HashSet<>();
        for (SchemaRule rule : rules) {
            FunctionRule.check(rule.id());
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Two rules have the id %s.".formatted(rule.id()));
            }
        }
    }

    /** All rules that are named in this class. */
    public static SchemaRules all() {
        return of(
                everyTableHasAPrimaryKey(),
                everyForeignKeyHasAnIndex(),
                noTimestampWithoutTimeZone(),
                noSerial(),
                namesAreInSnakeCase(),
                namesAreShort(),
                noInvalidIndex(),
                noUnvalidatedConstraint());
    }

    /**
     * These rules.
     *
     * @throws IllegalArgumentException if two have one id, or an id has blanks or colons
     */
    public static SchemaRules of(SchemaRule... rules) {
        return new SchemaRules(List.of(rules), Optional.empty());
    }

    /** {@code primary-key}. A partition is judged by its parent, and a foreign table not at all. */
    public static SchemaRule everyTableHasAPrimaryKey() {
        return PrimaryKeys.RULE;
    }

    /**
     * {@code foreign-key-index}. The columns lead an index in any order; one over some rows only does not count, unless it
     * leaves out no more than nulls.
     */
    public static SchemaRule everyForeignKeyHasAnIndex() {
        return ForeignKeyIndexes.RULE;
    }

    /** {@code no-timestamp-without-time-zone}, in columns, domains, ranges, composite types and arrays. */
    public static SchemaRule noTimestampWithoutTimeZone() {
        return LocalTimestamps.RULE;
    }

    /** {@code no-serial}: no default that is the next value of a sequence which the column owns. */
    public static SchemaRule noSerial() {
        return SerialColumns.RULE;
    }

    /** {@code snake-case}, for all that one can name. */
    public static SchemaRule namesAreInSnakeCase() {
        return NameRules.IN_SNAKE_CASE;
    }

    /** {@code short-names}: shorter than the server keeps (63 bytes), because one of that length may have been longer. */
    public static SchemaRule namesAreShort() {
        return NameRules.SHORT;
    }

    /** {@code no-invalid-index}. */
    public static SchemaRule noInvalidIndex() {
        return InvalidIndexes.RULE;
    }

    /** {@code no-unvalidated-constraint}: checks, foreign keys and, from PostgreSQL 18 on, NOT NULL. */
    public static SchemaRule noUnvalidatedConstraint() {
        return UnvalidatedConstraints.RULE;
    }

    /** These rules and more. */
    public SchemaRules and(SchemaRule... more) {
        return new SchemaRules(Stream.concat(rules.stream(), Stream.of(more)).toList(), frozen);
    }

    /** These rules, but for some objects; see {@link SchemaRule#except}. */
    public SchemaRules except(String... patterns) {
        return new SchemaRules(rules.stream().map(rule -> rule.except(patterns)).toList(), frozen);
    }

    /**
     * These rules, but for the violations that a file lists. With the JVM's property {@code switchback.frozen=update} the
     * file is made where it is missing, lines that are mended are taken out, and the violations of rules that are new to it
     * are put in. Where the environment variable {@code CI} is set, it is only read.
     *
     * @param file a path below {@code src/test/resources}: {@code schema-rules.frozen}
     * @throws dev.switchback.schema.SchemaException if the path leaves that folder or names it again
     */
    public SchemaRules frozenIn(String file) {
        return frozenIn(TestFile.named(file).path());
    }

    /** These rules, but for the violations that a file lists, wherever that is; see {@link #frozenIn(String)}. */
    public SchemaRules frozenIn(Path file) {
        return new SchemaRules(rules, Optional.of(file));
    }

    /** The rules, in the order in which they are checked. */
    public List<SchemaRule> rules() {
        return rules;
    }

    /**
     * Holds a schema against the rules.
     *
     * @throws dev.switchback.schema.SchemaException if the file of frozen violations cannot be read or written, or holds
     *     something else
     */
    public RuleResult check(Schema schema) {
        List<RuleResult.Broken> broken = new ArrayList<>();
        for (SchemaRule rule : rules) {
            List<Violation> violations = rule.violations(schema);
            if (!violations.isEmpty()) {
                broken.add(new RuleResult.Broken(rule, violations));
            }
        }
        RuleResult all = new RuleResult(broken, List.of(), Optional.empty());
        return frozen.map(file -> all.without(FrozenViolations.in(file), rules)).orElse(all);
    }
}

package dev.switchback.lint;

import dev.switchback.lint.effect.LintDialect;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.migration.Severity;
import dev.switchback.schema.NamePatterns;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Raises and lowers findings about locks by what is known of production's tables. Belongs to one run. */
final class TableWeights {

    /** Up to here work is over before anybody notices. */
    static final long SMALL = 10_000;

    /** From here on a lock while all rows are gone through is noticed. */
    static final long LARGE = 1_000_000;

    private final TableSettings settings;
    private final RowCounts counts;
    private final Map<String, Long> ofDatabase;
    private final NamePatterns hot;
    private final Set<String> seen = new TreeSet<>();

    /**
     * The weights of a run.
     *
     * @param ofDatabase numbers of rows by qualified names, for tables of which the settings say nothing
     * @param dialect knows how the file of the settings is written
     * @throws LintException if the file of the settings is not understood
     */
    TableWeights(TableSettings settings, Map<String, Long> ofDatabase, LintDialect dialect) {
        this.settings = settings;
        this.counts = settings.rowCounts()
                .map(file -> RowCounts.read(file, dialect.rowCountsAdvice(file)))
                .orElse(RowCounts.NONE);
        this.ofDatabase = ofDatabase;
        this.hot = NamePatterns.of(
                settings.hot().stream().map(TableWeights::qualified).toList());
    }

    private static String qualified(String pattern) {
        return pattern.indexOf('.') < 0 ? "*." + pattern : pattern;
    }

    boolean isHot(String table) {
        return !settings.hot().isEmpty() && hot.match(table);
    }

    /** The number of rows of a table; empty if it is not known. */
    OptionalLong rows(String table) {
        return Stream.of(
                        counts.byTable().get(table),
                        counts.byTable().get(table.substring(table.indexOf('.') + 1)),
                        ofDatabase.get(table))
                .filter(count -> count != null && count >= 0)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The finding with the severity and the estimate that production's tables give it. */
    LintFinding weigh(LintFinding finding, MigrationEffects effects) {
        if (settings.equals(TableSettings.defaults()) && ofDatabase.isEmpty()) {
            return finding;
        }
        return effects.statements().stream()
                .filter(statement ->
                        statement.line() == finding.line() && statement.sql().equals(finding.statement()))
                .findFirst()
                .map(statement -> WeighedFinding.of(finding, statement, this))
                .orElse(finding);
    }

    /** Takes note of the tables that there are. */
    void see(MigrationEffects effects) {
        if (!settings.equals(TableSettings.defaults())) {
            effects.difference().after().objects().stream()
                    .filter(object ->
                            object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.MATERIALIZED_VIEW)
                    .map(SchemaObject::name)
                    .forEach(name -> seen.add(name.qualified()));
        }
    }

    /**
     * Refuses settings that speak of tables which no migration has made.
     *
     * @param historyTable Flyway's own
     */
    void check(String historyTable) {
        if (seen.isEmpty()) {
            return;
        }
        counts.places().forEach((table, place) -> {
            if (!table.equals(historyTable) && !table.endsWith("." + historyTable) && !isKnown(table)) {
                throw new LintException("%s: no migration makes a table %s.%s"
                        .formatted(place, table, NearestName.question(table, names(table))));
            }
        });
        settings.hot().stream()
                .filter(pattern -> seen.stream().noneMatch(NamePatterns.of(List.of(qualified(pattern)))::match))
                .findFirst()
                .ifPresent(pattern -> {
                    throw new LintException("No migration makes a table that the setting hot means with %s.%s"
                            .formatted(pattern, NearestName.question(pattern, names(pattern))));
                });
    }

    private boolean isKnown(String table) {
        return seen.contains(table) || (table.indexOf('.') < 0 && names(table).contains(table));
    }

    private List<String> names(String like) {
        return like.indexOf('.') < 0
                ? seen.stream()
                        .map(each -> each.substring(each.indexOf('.') + 1))
                        .toList()
                : List.copyOf(seen);
    }

    /** The severity that the size of tables asks for; empty if it says nothing. */
    static Optional<Severity> severity(long rows, Severity ownSeverity) {
        if (rows <= SMALL) {
            return Optional.of(Severity.NOTICE);
        }
        return rows >= LARGE ? Optional.of(Severity.FAIL) : Optional.of(ownSeverity);
    }
}

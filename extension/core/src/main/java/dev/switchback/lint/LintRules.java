package dev.switchback.lint;

import dev.switchback.lint.files.FileRules;
import dev.switchback.lint.history.HistoryRules;
import dev.switchback.lint.rules.EffectChecks;
import dev.switchback.migration.Severity;
import dev.switchback.text.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The lint rules that there are. */
public final class LintRules {

    /** The rule of the one finding that ends a lint. */
    static final LintRule FAILS =
            new LintRule("migration-fails", "a migration fails", Severity.FAIL, LintCategory.ROWS);

    private static final List<LintRule> ALL = Stream.of(
                    List.of(FAILS),
                    SuppressionRules.ALL,
                    FileRules.ALL,
                    HistoryRules.ALL,
                    EffectChecks.ALL.stream().map(LintCheck::rule).toList())
            .flatMap(List::stream)
            .distinct()
            .sorted(Comparator.comparing(LintRule::id))
            .toList();

    private LintRules() {}

    /** All rules, ordered by their ids. */
    public static List<LintRule> all() {
        return ALL;
    }

    /**
     * The rule of an id.
     *
     * @throws LintException if there is none, with the nearest ones
     */
    public static LintRule get(String id) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LintException("There is no lint rule " + id + "."
                        + NearestName.questionOrList(
                                id, ALL.stream().map(LintRule::id).toList(), "There is none.")));
    }
}

package dev.switchback.lint;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.UndoEffects;
import dev.switchback.lint.rules.EffectChecks;
import dev.switchback.migration.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The judgment of all rules on what was seen of a migration, and on its file; without what its markers allow. */
record EffectJudge(FilesAndHistory files, LintSettings settings, SaferWays saferWays, TableWeights weights) {

    List<LintFinding> findings(MigrationEffects effects) {
        Map<Boolean, List<LintFinding>> ofItself = EffectChecks.ALL.stream()
                .flatMap(check -> check.check(effects, saferWays).stream())
                .map(finding -> weights.weigh(finding, effects))
                .flatMap(finding -> settings.weigh(finding).stream())
                .collect(Collectors.partitioningBy(finding -> finding.file().equals(effects.file())));
        List<LintFinding> seen = Objects.requireNonNull(ofItself.get(true));
        List<LintFinding> found = Stream.concat(
                        seen.stream(),
                        files.take(effects.file(), effects.text(), seen)
                                .map(finding -> finding.of(effects.migration())))
                .sorted(Comparator.comparingInt(LintFinding::line))
                .toList();
        String undo = effects.undo().map(UndoEffects::text).orElse("");
        return Stream.concat(
                        new Suppressions(effects.file(), effects.migration(), effects.text(), settings)
                                .in(found).stream(),
                        Objects.requireNonNull(ofItself.get(false)).stream()
                                .filter(finding -> !Suppressions.isAllowed(finding, undo)))
                .toList();
    }

    /** The finding on a migration that fails, which says that those after it are not judged. */
    static LintFinding failed(Finding failure) {
        String title = failure.title();
        int end = title.indexOf(": ");
        return LintFinding.of(
                        LintRules.FAILS,
                        end < 0 ? title : title.substring(0, end),
                        0,
                        "the migration fails, and those after it are not judged")
                .because("", failure.text().strip());
    }
}

package dev.switchback.lint;

import dev.switchback.migration.Migration;
import dev.switchback.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out the findings that a script's markers allow, and puts in those on the markers themselves. */
final class Suppressions {

    private final String file;
    private final Migration migration;
    private final LintSettings settings;
    private final List<LintMarker> markers;

    Suppressions(String file, Migration migration, String text, LintSettings settings) {
        this.file = file;
        this.migration = migration;
        this.settings = settings;
        this.markers = LintMarker.in(text);
    }

    /** The findings on the migration that are left. */
    List<LintFinding> in(List<LintFinding> findings) {
        List<LintFinding> left = new ArrayList<>();
        Set<LintMarker> used = new LinkedHashSet<>();
        List<LintMarker> understood =
                markers.stream().filter(marker -> mistake(marker).isEmpty()).toList();
        for (LintFinding finding : findings) {
            List<LintMarker> allowing = understood.stream()
                    .filter(marker -> allows(marker, finding))
                    .toList();
            used.addAll(allowing);
            if (allowing.isEmpty()) {
                left.add(finding);
            }
        }
        understood.stream()
                .filter(marker -> !used.contains(marker) && isJudged(marker))
                .forEach(marker -> left.add(unused(marker, findings)));
        markers.forEach(marker -> mistake(marker).ifPresent(mistake -> left.add(notUnderstood(marker, mistake))));
        return left;
    }

    /** Whether a script's markers allow a finding on it. */
    static boolean isAllowed(LintFinding finding, String text) {
        return LintMarker.in(text).stream().anyMatch(marker -> mistake(marker).isEmpty() && allows(marker, finding));
    }

    private static boolean allows(LintMarker marker, LintFinding finding) {
        boolean isOfRule = marker.rule()
                .map(finding.rule().id()::equals)
                .orElse(finding.rule().category() == LintCategory.DESTRUCTIVE);
        return isOfRule && (marker.rule().isEmpty() || marker.statement() == 0 || holds(finding, marker.statement()));
    }

    private static boolean holds(LintFinding finding, int line) {
        int lines = (int) finding.statement().strip().lines().count();
        return finding.line() <= line && line < finding.line() + Math.max(1, lines);
    }

    /** Of a rule that is switched off nobody knows what it would find. */
    private boolean isJudged(LintMarker marker) {
        return marker.rule().map(rule -> settings.isOn(LintRules.get(rule))).orElse(true);
    }

    private static Optional<String> mistake(LintMarker marker) {
        if (marker.text().startsWith("/*")) {
            return Optional.of(
                    "it stands in a comment that may have several lines. Write: -- migration-lint: allow <rule> <reason>");
        } else if (!marker.sign().equals(LintMarker.SIGN)) {
            return Optional.of("\"%s\" is not known. Did you mean %s?".formatted(marker.sign(), LintMarker.SIGN));
        }
        List<String> verbs = List.of(LintMarker.ALLOW, LintMarker.ALLOW_DESTRUCTIVE);
        if (!verbs.contains(marker.verb())) {
            return Optional.of("\"%s\" is not known.%s Write: -- migration-lint: allow <rule> <reason>"
                    .formatted(marker.verb(), NearestName.question(marker.verb(), verbs)));
        }
        List<String> rules = LintRules.all().stream().map(LintRule::id).toList();
        Optional<String> unknown = marker.rule().filter(rule -> !rules.contains(rule));
        if (unknown.isPresent()) {
            return Optional.of(
                    "there is no lint rule %s.".formatted(unknown.get().isEmpty() ? "without a name" : unknown.get())
                            + NearestName.question(unknown.get(), rules));
        }
        return marker.reason().codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.of("it gives no reason. Write why it is right here: %s <reason>".formatted(marker.text()))
                : Optional.empty();
    }

    private LintFinding notUnderstood(LintMarker marker, String mistake) {
        return on(marker, SuppressionRules.NOT_UNDERSTOOD, "the marker allows nothing: " + mistake);
    }

    private LintFinding unused(LintMarker marker, List<LintFinding> findings) {
        String elsewhere = findings.stream()
                .filter(finding ->
                        marker.rule().filter(finding.rule().id()::equals).isPresent())
                .findFirst()
                .map(finding ->
                        " It holds for the statement on line %d only, and %s was found on line %d; an empty line below the marker makes it hold for the file."
                                .formatted(marker.statement(), finding.rule().id(), finding.line()))
                .orElse(" Take it out.");
        return on(marker, SuppressionRules.UNUSED, "the marker allows nothing that was found")
                .because(marker.text(), "A marker that is left behind would hide the next finding." + elsewhere);
    }

    private LintFinding on(LintMarker marker, LintRule rule, String problem) {
        return LintFinding.of(rule, file, marker.line(), problem).of(migration);
    }
}

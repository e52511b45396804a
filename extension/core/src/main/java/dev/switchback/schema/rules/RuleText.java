package dev.switchback.schema.rules;

import static java.util.stream.Collectors.joining;

/** Says what is wrong with a schema. */
final class RuleText {

    private static final int SHOWN = 20;

    private RuleText() {}

    static String of(RuleResult result) {
        int rules = result.broken().size();
        return "The schema breaks %s.%n%n"
                        .formatted(rules == 1 ? "a rule" : rules + " rules")
                        .replace("\r", "")
                + result.broken().stream().map(RuleText::of).collect(joining("\n\n"))
                + "\n\n"
                + result.frozen()
                        .map(file -> new UnfrozenViolations(file, result.lines(), result.fixed()).advice())
                        .orElse(
                                "What has to stay as it is can be left out with except(\"<name or pattern>\"), and what is"
                                        + " there already can be frozen in a file with frozenIn(path).");
    }

    private static String of(RuleResult.Broken broken) {
        String violations = broken.violations().stream()
                .limit(SHOWN)
                .map(violation ->
                        "    " + violation + "\n      " + violation.remedy().replace("\n", "\n      "))
                .collect(joining("\n"));
        int more = broken.violations().size() - SHOWN;
        return "  %s: %s%n  %s%n%n"
                        .formatted(
                                broken.rule().id(),
                                broken.rule().demand(),
                                broken.rule().reason())
                        .replace("\r", "")
                + violations
                + (more > 0 ? "\n    and " + more + " more" : "");
    }
}

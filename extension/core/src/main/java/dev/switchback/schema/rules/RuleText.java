package dev.switchback.schema.rules;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says what is wrong with a schema. */
final class RuleText {

    private static final int SHOWN = 20;

    private RuleText() {}

    static String of(RuleResult result) {
        int rules = result.broken().size();
        String text = "The schema breaks %s.%n%n"
                        .formatted(rules == 1 ? "a rule" : rules + " rules")
                        .replace("\r", "")
                + result.broken().stream().map(RuleText::of).collect(joining("\n\n"))
                + "\n\n"
                + result.frozen()
                        .map(file -> frozen(result, file))
                        .orElse(
                                "What has to stay as it is can be left out with except(\"<name or pattern>\"), and what is"
                                        + " there already can be frozen in a file with frozenIn(path).");
        return result.mended().isEmpty()
                ? text
                : text + "\n\nMended by now, and to be taken out of the file:\n\n"
                        + result.mended().stream().map(line -> "  " + line).collect(joining("\n"));
    }

    private static String of(RuleResult.Broken broken) {
        String violations = broken.violations().stream()
                .limit(SHOWN)
                .map(violation ->
                        "    " + violation + "\n      " + violation.mend().replace("\n", "\n      "))
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

    private static String frozen(RuleResult result, Path file) {
        if (!Files.exists(file)) {
            return "There is no file %s yet. To freeze what is there, run the test with -D%s=update, read the file, and commit it."
                    .formatted(file, FrozenViolations.PROPERTY);
        }
        return "What has to stay as it is can be frozen by adding it to %s:%n%n"
                        .formatted(file)
                        .replace("\r", "")
                + result.lines().stream().map(line -> "  " + line).collect(joining("\n"));
    }
}

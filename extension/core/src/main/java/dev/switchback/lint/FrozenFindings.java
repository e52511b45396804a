package dev.switchback.lint;

import dev.switchback.schema.SchemaException;
import dev.switchback.schema.rules.FrozenViolations;
import dev.switchback.schema.rules.UnfrozenViolations;
import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Findings that a file lists are accepted. Lines of a finding may move; its file and its words may not. */
final class FrozenFindings {

    /** A merge base moves. */
    private static final Pattern COMMIT = Pattern.compile(" \\([0-9a-f]{8}\\)");

    private FrozenFindings() {}

    /**
     * The findings that are not in the file, after that was brought up to date where it may be.
     *
     * @throws LintException if the file cannot be read or written, or holds something else
     */
    static List<LintFinding> without(String file, LintSettings settings, List<LintFinding> findings) {
        try {
            TestFile frozen = TestFile.named(file);
            UnfrozenViolations left = FrozenViolations.in(frozen.path())
                    .without(
                            rules(frozen, settings),
                            findings.stream().map(FrozenFindings::line).toList());
            Set<String> lines = new HashSet<>(left.lines());
            return findings.stream()
                    .filter(finding -> lines.contains(line(finding)))
                    .toList();
        } catch (SchemaException | TestFileException e) {
            throw new LintException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The rules that are on, and those that were when the file was written. */
    private static List<String> rules(TestFile frozen, LintSettings settings) {
        List<String> written = frozen.read().orElse("").lines().toList();
        return LintRules.all().stream()
                .filter(rule ->
                        settings.isOn(rule) || written.stream().anyMatch(line -> line.startsWith(rule.id() + ":")))
                .map(LintRule::id)
                .toList();
    }

    private static String line(LintFinding finding) {
        String name = FilePaths.last(finding.file());
        return FrozenViolations.line(
                finding.rule().id(),
                name + ": " + COMMIT.matcher(finding.problem()).replaceAll(""));
    }
}

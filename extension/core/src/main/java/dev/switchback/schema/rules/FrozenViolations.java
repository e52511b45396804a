package dev.switchback.schema.rules;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.Levenshtein;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.files.ConflictMarkers;
import dev.switchback.schema.files.FileUpdates;
import dev.switchback.schema.files.TestFile;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A file of violations that stand, a line each in alphabetical order. It also says for which rules they were collected: of
 * these, nothing is ever added to it but by hand.
 */
final class FrozenViolations {

    static final String PROPERTY = "switchback.frozen";

    private static final System.Logger LOG = System.getLogger(FrozenViolations.class.getName());
    private static final String UPDATE = "update";
    private static final String RULES = "# Rules: ";
    private static final String HEADER =
            """
            # Violations of schema rules that stand, a line each: the rule and the object.
            # A line goes when its violation is mended and the tests run with -D%s=%s.
            """
                    .formatted(PROPERTY, UPDATE);

    private final Path path;
    private final List<String> ids;
    private final FileUpdates updates;

    FrozenViolations(Path path, List<SchemaRule> rules, FileUpdates updates) {
        this.path = path;
        this.ids = rules.stream().map(SchemaRule::id).toList();
        this.updates = updates;
    }

    private record Content(Set<String> rules, Set<String> lines) {}

    /** What is not frozen, after the file was brought up to date where that is allowed. */
    RuleResult without(RuleResult all) {
        if (Files.isDirectory(path)) {
            throw new SchemaException(path + " is a folder. Name a file that is to hold the frozen violations.");
        }
        TestFile file = TestFile.at(path);
        Optional<Content> content = file.read().map(this::parsed);
        Set<String> violated = new TreeSet<>(all.lines());
        Set<String> kept = new TreeSet<>(content.map(Content::lines).orElse(Set.of()));
        List<String> mended =
                kept.stream().filter(line -> !violated.contains(line)).toList();
        if (updates.allowed() && (content.isPresent() || !violated.isEmpty())) {
            Set<String> known = content.map(Content::rules).orElse(Set.of());
            kept.retainAll(violated);
            violated.stream().filter(line -> !known.contains(rule(line))).forEach(kept::add);
            write(file, kept);
            mended = List.of();
        }
        RuleResult left = only(all, mended, line -> !kept.contains(line));
        if (left.holds() && !mended.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} lists violations that are mended by now. To take them out, run the test with -D{1}={2}:\n{3}",
                    path,
                    PROPERTY,
                    UPDATE,
                    String.join("\n", mended));
        }
        return left;
    }

    private static RuleResult only(RuleResult all, List<String> mended, Predicate<String> test) {
        List<RuleResult.Broken> broken = new ArrayList<>();
        for (RuleResult.Broken rule : all.broken()) {
            List<Violation> left = rule.violations().stream()
                    .filter(violation -> test.test(rule.line(violation)))
                    .toList();
            if (!left.isEmpty()) {
                broken.add(new RuleResult.Broken(rule.rule(), left));
            }
        }
        return new RuleResult(broken, mended, all.frozen());
    }

    private void write(TestFile file, Set<String> lines) {
        String text = HEADER + RULES + ids.stream().sorted().collect(joining(", ")) + "\n\n"
                + lines.stream().map(line -> line + "\n").collect(joining());
        if (!file.read().equals(Optional.of(text))) {
            file.write(text);
        }
    }

    private Content parsed(String text) {
        Set<String> rules = new TreeSet<>();
        Set<String> lines = new TreeSet<>();
        List<String> all = text.lines().map(String::strip).toList();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            if (line.startsWith(RULES)) {
                rules.addAll(List.of(line.substring(RULES.length()).split(", ")));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(checked(line, i + 1));
            }
        }
        rules.addAll(lines.stream().map(FrozenViolations::rule).collect(Collectors.toSet()));
        return new Content(rules, lines);
    }

    private String checked(String line, int number) {
        if (ConflictMarkers.isOne(line)) {
            throw new SchemaException(
                    "%s:%d: a merge was not finished: %s%nKeep the lines of both sides, and take the markers out."
                            .formatted(path, number, line));
        }
        if (!line.contains(": ")) {
            throw new SchemaException(
                    "%s:%d: %s%nThis is no violation. A line is a rule, a colon and an object, such as"
                                    .formatted(path, number, line)
                            + " primary-key: table public.orders");
        }
        if (!ids.contains(rule(line))) {
            String nearest = ids.stream()
                    .min(Comparator.comparingInt(id -> Levenshtein.distance(id, rule(line))))
                    .orElse("none");
            throw new SchemaException("%s:%d: there is no rule %s among those that are checked. Did you mean %s?"
                    .formatted(path, number, rule(line), nearest));
        }
        return line;
    }

    private static String rule(String line) {
        return line.substring(0, Math.max(0, line.indexOf(": ")));
    }
}

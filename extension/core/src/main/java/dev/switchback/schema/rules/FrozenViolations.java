package dev.switchback.schema.rules;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.SchemaException;
import dev.switchback.testfiles.ConflictMarkers;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFile;
import dev.switchback.text.NearestName;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A file of violations that stand, a line each in alphabetical order. It also says for which rules they were collected: of
 * these, nothing is ever added to it but by hand. The file need not be there. May be used by many threads.
 */
public final class FrozenViolations {

    static final String PROPERTY = "switchback.frozen";

    private static final System.Logger LOG = System.getLogger(FrozenViolations.class.getName());
    private static final String UPDATE = "update";
    private static final String RULES = "# Rules: ";
    private static final String HEADER =
            """
            # Accepted violations of rules, one on each line: the rule and what breaks it.
            # A line goes when its violation is mended and the tests run with -D%s=%s.
            """
                    .formatted(PROPERTY, UPDATE);

    private final Path path;
    private final FileUpdates updates;

    private record Content(Set<String> rules, Set<String> lines) {}

    /** A file that may be written as the updates say. */
    @API(status = API.Status.INTERNAL)
    public FrozenViolations(Path path, FileUpdates updates) {
        this.path = path;
        this.updates = updates;
    }

    Path path() {
        return path;
    }

    /**
     * A file that this run may write if the JVM's property {@code switchback.frozen} is {@code update} and the environment
     * variable {@code CI} is not set.
     *
     * @throws IllegalArgumentException if the property has a value that means nothing
     */
    public static FrozenViolations in(Path path) {
        return new FrozenViolations(path, FileUpdates.ofThisRun(PROPERTY));
    }

    /** A violation as a line: {@code primary-key: table public.orders}. */
    public static String line(String rule, Object what) {
        return (rule + ": " + what)
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .strip();
    }

    /**
     * The violations that are not frozen, after the file was brought up to date where that is allowed.
     *
     * @param ids the rules that were checked
     * @param all the violations, as {@link #line} has it
     * @throws SchemaException if the file cannot be read or written, or holds something else
     */
    public UnfrozenViolations without(List<String> ids, List<String> all) {
        if (Files.isDirectory(path)) {
            throw new SchemaException(path + " is a folder. Name a file that is to hold the frozen violations.");
        }
        TestFile file = TestFile.at(path);
        Optional<Content> content = file.read().map(text -> parsed(text, ids));
        Set<String> violated = new TreeSet<>(all);
        Set<String> kept = new TreeSet<>(content.map(Content::lines).orElse(Set.of()));
        List<String> fixed =
                kept.stream().filter(line -> !violated.contains(line)).toList();
        if (updates.allowed() && (content.isPresent() || !violated.isEmpty())) {
            Set<String> known = content.map(Content::rules).orElse(Set.of());
            kept.retainAll(violated);
            violated.stream().filter(line -> !known.contains(rule(line))).forEach(kept::add);
            write(file, ids, kept);
            fixed = List.of();
        }
        violated.removeAll(kept);
        if (violated.isEmpty() && !fixed.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} lists violations that are mended by now. To take them out, run the test with -D{1}={2}:\n{3}",
                    path,
                    PROPERTY,
                    UPDATE,
                    String.join("\n", fixed));
        }
        return new UnfrozenViolations(path, List.copyOf(violated), fixed);
    }

    private static void write(TestFile file, List<String> ids, Set<String> lines) {
        String text = HEADER + RULES + ids.stream().sorted().collect(joining(", ")) + "\n\n"
                + lines.stream().map(line -> line + "\n").collect(joining());
        if (!file.read().equals(Optional.of(text))) {
            file.write(text);
        }
    }

    private Content parsed(String text, List<String> ids) {
        Set<String> rules = new TreeSet<>();
        Set<String> lines = new TreeSet<>();
        List<String> all = text.lines().map(String::strip).toList();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            if (line.startsWith(RULES)) {
                rules.addAll(List.of(line.substring(RULES.length()).split(", ")));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(checked(line, i + 1, ids));
            }
        }
        rules.addAll(lines.stream().map(FrozenViolations::rule).collect(Collectors.toSet()));
        return new Content(rules, lines);
    }

    private String checked(String line, int number, List<String> ids) {
        if (ConflictMarkers.isOne(line)) {
            throw new SchemaException(
                    "%s:%d: a merge was not finished: %s%nKeep the lines of both sides, and take the markers out."
                            .formatted(path, number, line));
        }
        if (!line.contains(": ")) {
            throw new SchemaException(
                    "%s:%d: %s%nThis is no violation. A line is a rule, a colon and what breaks it, such as"
                                    .formatted(path, number, line)
                            + " primary-key: table public.orders");
        }
        if (!ids.contains(rule(line))) {
            String nearest = NearestName.nearest(rule(line), ids).orElse("none");
            throw new SchemaException("%s:%d: there is no rule %s among those that are checked. Did you mean %s?"
                    .formatted(path, number, rule(line), nearest));
        }
        return line;
    }

    private static String rule(String line) {
        return line.substring(0, Math.max(0, line.indexOf(": ")));
    }
}

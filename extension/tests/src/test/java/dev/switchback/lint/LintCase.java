package dev.switchback.lint;

import dev.switchback.testing.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A few migrations and the findings that are expected on them. A file of cases has lines of these forms, and the rest is SQL:
 *
 * <pre>
 * ## the name of a case
 * -- V2 executeInTransaction=false       a file begins; what follows its name is its script configuration
 * -> V2:1 index-not-concurrent           a finding: file, line, rule, and the severity where it is no failure
 * -> V2:1 column-dropped: a.b is dropped the same with the problem, word for word
 * -- on 15                               the case needs this version of the server, or a newer one
 * </pre>
 */
record LintCase(String name, Map<String, String> files, List<String> expected, int oldest) {

    private static final Pattern PROBLEM = Pattern.compile(" [a-z-]+( notice)?: ");

    static List<LintCase> in(String resource) {
        List<LintCase> cases = new ArrayList<>();
        for (String text : ("\n" + read(resource)).split("\n## ", -1)) {
            if (!text.isBlank()) {
                cases.add(parse(text));
            }
        }
        return cases;
    }

    private static String read(String resource) {
        try {
            return Files.readString(Path.of(Objects.requireNonNull(LintCase.class.getResource("/lint/" + resource))
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static LintCase parse(String text) {
        List<String> lines = text.lines().toList();
        Map<String, String> files = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        String file = "";
        int oldest = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (line.matches("-- [VRU]\\w*( .*)?")) {
                String[] words = line.substring(3).split(" ", 2);
                file = words[0] + "__x.sql";
                files.put(file, "");
                if (words.length > 1) {
                    files.put(file + ".conf", words[1] + "\n");
                }
            } else if (line.startsWith("-> ")) {
                expected.add(line.substring(3));
            } else if (line.startsWith("-- on ")) {
                oldest = Integer.parseInt(line.substring(6));
            } else if (!file.isEmpty()) {
                files.merge(file, line + "\n", String::concat);
            }
        }
        return new LintCase(lines.get(0), files, expected, oldest);
    }

    /** Whether the problem of an expected finding is given. */
    boolean saysProblem(int index) {
        return index < expected.size() && PROBLEM.matcher(expected.get(index)).find();
    }

    /** Writes the migrations, their versions after a prefix that takes the place of the letter. */
    Folder write(Path path, String prefix) {
        Folder folder = new Folder(path);
        files.forEach((name, text) -> folder.file(placed(name, prefix), text.stripTrailing() + "\n"));
        return folder;
    }

    private static String placed(String name, String prefix) {
        return (name.startsWith("U") ? "U" + prefix.substring(1) : prefix) + name.substring(1);
    }

    @Override
    public String toString() {
        return name;
    }
}

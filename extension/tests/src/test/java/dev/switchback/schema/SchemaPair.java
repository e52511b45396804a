package dev.switchback.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two schemas from the tests of a tool that compares schemas: {@code old.sql} and {@code new.sql} in one folder, {@code a.sql} and
 * {@code b.sql}, or two lists of statements in a test in Go.
 */
record SchemaPair(String name, String before, String after) {

    private static final Pattern IN_GO = Pattern.compile(
            "(?s)name:\\s*\"((?:[^\"\\\\]|\\\\.)*)\",(.*?)oldSchemaDDL:\\s*(nil|\\[]string\\{.*?}),\\s*newSchemaDDL:\\s*(nil|\\[]string\\{.*?}),\\n");
    private static final Pattern TEXT_IN_GO = Pattern.compile("(?s)`([^`]*)`|\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** All pairs below a folder. */
    static List<SchemaPair> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<SchemaPair> pairs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.equals("old.sql")) {
                    pairs.add(ofFiles(folder, file, "new.sql"));
                } else if (name.equals("a.sql")) {
                    pairs.add(ofFiles(folder, file, "b.sql"));
                } else if (name.endsWith(".go")) {
                    addOfGo(folder.relativize(file) + ": ", text(file), pairs);
                }
            }
            return pairs;
        }
    }

    private static SchemaPair ofFiles(Path folder, Path before, String after) throws IOException {
        return new SchemaPair(
                folder.relativize(before.resolveSibling("")).toString(),
                text(before),
                text(before.resolveSibling(after)));
    }

    private static void addOfGo(String file, String source, List<SchemaPair> pairs) {
        Matcher test = IN_GO.matcher(source);
        while (test.find()) {
            pairs.add(new SchemaPair(file + test.group(1), statements(test.group(3)), statements(test.group(4))));
        }
    }

    private static String statements(String list) {
        Matcher text = TEXT_IN_GO.matcher(list);
        StringBuilder statements = new StringBuilder();
        while (text.find()) {
            statements
                    .append(text.group(1) == null ? text.group(2).replace("\\\"", "\"") : text.group(1))
                    .append("\n;\n");
        }
        return statements.toString();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}

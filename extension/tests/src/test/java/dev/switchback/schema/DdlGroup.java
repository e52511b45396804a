package dev.switchback.schema;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of cases: paragraphs of three lines, with what is expected, the statement, and the statement that undoes it. The
 * first paragraph is what all of them stand on.
 */
record DdlGroup(String name, URI source, String setup, List<DdlCase> cases) {

    private static final String SINCE = ", since ";
    private static final int OLDEST = 14;

    /** The groups to be run, by a pattern. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("switchback.ddl.only", ""));

    static List<DdlGroup> all() {
        try {
            URL folder = Objects.requireNonNull(DdlGroup.class.getResource("ddl"));
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                return files.sorted()
                        .map(DdlGroup::read)
                        .filter(group -> ONLY.matcher(group.name()).find())
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DdlGroup read(Path file) {
        try {
            String[] paragraphs = Files.readString(file).strip().split("\n\n");
            List<DdlCase> cases = new ArrayList<>();
            for (String paragraph : List.of(paragraphs).subList(1, paragraphs.length)) {
                cases.add(parse(paragraph.lines().map(String::strip).toList()));
            }
            String name = file.getFileName()
                    .toString()
                    .replaceAll("^\\d+-|\\.txt$", "")
                    .replace('-', ' ');
            return new DdlGroup(name, file.toUri(), paragraphs[0].substring("setup".length()), List.copyOf(cases));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DdlCase parse(List<String> lines) {
        if (lines.size() != 3) {
            throw new IllegalArgumentException("A case has three lines, not " + lines);
        }
        int since = lines.get(0).indexOf(SINCE);
        return since < 0
                ? new DdlCase(lines.get(0), OLDEST, lines.get(1), lines.get(2))
                : new DdlCase(
                        lines.get(0).substring(0, since),
                        Integer.parseInt(lines.get(0).substring(since + SINCE.length())),
                        lines.get(1),
                        lines.get(2));
    }
}

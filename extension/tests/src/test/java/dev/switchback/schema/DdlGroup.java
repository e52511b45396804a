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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file of cases: paragraphs of three lines, with what is expected, the statement, and the statement that undoes it. The
 * first paragraph is what all of them stand on.
 */
record DdlGroup(String name, URI source, String setup, List<DdlCase> cases) {

    private static final String SINCE = ", since ";
    private static final int OLDEST = 14;
    private static final int NEWEST = 18;
    private static final int PART = 8;
    private static final boolean ALL_ON_EACH_VERSION = Boolean.getBoolean("switchback.ddl.all");

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

    /**
     * The cases to run on a version of the server: all of them on the newest; on an older one those that are new in it
     * and a quarter of the others, another one in each of 14 to 17. All everywhere with {@code -Dswitchback.ddl.all=true}.
     */
    List<DdlCase> cases(int version) {
        return IntStream.range(0, cases.size())
                .filter(i -> ALL_ON_EACH_VERSION
                        || version == NEWEST
                        || (cases.get(i).since() == version && version > OLDEST)
                        || (i + version) % PART == 0)
                .mapToObj(cases::get)
                .filter(ddl -> ddl.since() <= version)
                .toList();
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

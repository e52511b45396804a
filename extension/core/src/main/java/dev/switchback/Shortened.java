package dev.switchback;

import dev.switchback.migration.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A finding's text as a failing test prints it: a long list is cut, and what is left out stands in a file. */
final class Shortened {

    private static final int MOST = 20;
    private static final Pattern OBJECT = Pattern.compile("\\s{4,}[-+~] .*");
    private static final Pattern STATEMENT = Pattern.compile("\\s{4,}.*;");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}_.-]+");

    private final Finding finding;
    private final List<String> lines = new ArrayList<>();
    private int count;
    private String unit = "";
    private String file = "";

    private Shortened(Finding finding) {
        this.finding = finding;
    }

    static String text(Finding finding) {
        Shortened shortened = new Shortened(finding);
        finding.text().lines().forEach(shortened::line);
        shortened.endOfList();
        return shortened.file.isEmpty() ? finding.text() : String.join("\n", shortened.lines) + "\n";
    }

    /** Indented lines belong to a list, which a paragraph ends. */
    private void line(String line) {
        boolean isOfList = line.isEmpty() || line.startsWith("    ");
        if (!isOfList) {
            endOfList();
        } else if (OBJECT.matcher(line).matches()) {
            count("object");
        } else if (STATEMENT.matcher(line).matches()) {
            count("statement");
        }
        if (count <= MOST) {
            lines.add(line);
        }
    }

    private void count(String what) {
        if (unit.isEmpty()) {
            unit = what;
        }
        if (unit.equals(what)) {
            count++;
        }
    }

    private void endOfList() {
        int more = count - MOST;
        if (more > 0) {
            file = file.isEmpty() ? write() : file;
            lines.add("    and %d more %s%s: %s".formatted(more, unit, more == 1 ? "" : "s", file));
            lines.add("");
        }
        count = 0;
        unit = "";
    }

    private String write() {
        Path folder = Stream.of("target", "build")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("switchback");
        Path whole = folder.resolve(NOT_IN_NAMES.matcher(finding.title()).replaceAll("-") + ".txt");
        try {
            Files.createDirectories(folder);
            Files.writeString(whole, finding.text());
            return "the whole text is in " + whole;
        } catch (IOException e) {
            return "the whole text could not be written to " + whole + " (" + e + ")";
        }
    }
}

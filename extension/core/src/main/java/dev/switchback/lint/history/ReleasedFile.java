package dev.switchback.lint.history;

import static java.util.stream.Collectors.joining;

import dev.switchback.lint.LintException;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFile.Kind;
import dev.switchback.lint.files.MigrationNames;
import dev.switchback.testfiles.ConflictMarkers;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A file of the migrations that were released, a line each: the script and its checksum, as the columns of Flyway's history. An
 * update adds what is missing and changes no line.
 */
final class ReleasedFile {

    static final String PROPERTY = "switchback.released";

    private static final String HEADER =
            """
            # Released migrations, none of which may change: script and checksum, as in Flyway's history.
            # Lines are added when the tests run with -D%s=update.
            """
                    .formatted(PROPERTY);

    private static final Pattern LINE =
            Pattern.compile("\"?(?<script>[^\"]+?)\"?\\s*[,;\\t ]\\s*\"?(?<checksum>-?\\d+)?\"?");
    private static final Pattern TITLE = Pattern.compile("\"?script\"?\\s*[,;\\t ]\\s*\"?checksum\"?");

    private final TestFile file;
    private final FileUpdates updates;
    private final MigrationNames names;

    ReleasedFile(TestFile file, FileUpdates updates, MigrationNames names) {
        this.file = file;
        this.updates = updates;
        this.names = names;
    }

    /** The name that messages have for it. */
    String name() {
        return file.name();
    }

    /** The migrations that it lists, after those of today that it lacks were added, where that is allowed. */
    List<OldMigration> migrations(List<MigrationFile> versioned) {
        Optional<String> text = file.read();
        if (text.isEmpty() && !updates.allowed()) {
            throw new LintException("There is no file %s of released migrations. %s"
                    .formatted(file.path(), updates.advice("make", PROPERTY, file.path())));
        }
        List<OldMigration> released = parsed(text.orElse(""));
        if (updates.allowed()) {
            add(text.orElse(HEADER), released, versioned);
        }
        return released;
    }

    private void add(String text, List<OldMigration> released, List<MigrationFile> versioned) {
        Set<MigrationVersion> known =
                released.stream().flatMap(each -> each.version().stream()).collect(Collectors.toSet());
        String added = versioned.stream()
                .filter(each -> !known.contains(each.version().orElseThrow()))
                .map(each -> each.kind() == Kind.VERSIONED
                        ? each.name() + "," + each.content().checksum()
                        : names.stem(each.name()) + ",")
                .map(line -> line + "\n")
                .collect(joining());
        if (!added.isEmpty()) {
            file.write((text.isEmpty() || text.endsWith("\n") ? text : text + "\n") + added);
        }
    }

    private List<OldMigration> parsed(String text) {
        List<OldMigration> released = new ArrayList<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && !line.startsWith("#") && !TITLE.matcher(line).matches()) {
                OldMigration migration = migration(line, file.path() + ":" + (i + 1));
                if (migration.parsed().runsOnce()) {
                    released.add(migration);
                }
            }
        }
        return released;
    }

    private OldMigration migration(String line, String place) {
        if (ConflictMarkers.isOne(line)) {
            throw new LintException(
                    "%s: a merge was not finished: %s%nKeep the lines of both sides, and take the markers out."
                            .formatted(place, line));
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new LintException(
                    "%s: %s%nThis is no released migration. A line is a script and the checksum that Flyway keeps of it, such as V7__split_name.sql,-1720183746"
                            .formatted(place, line));
        }
        String script = parts.group("script");
        String checksum = parts.group("checksum");
        String name = fileName(script, checksum == null);
        MigrationNames.Parsed parsed = names.parse(name)
                .orElseThrow(() -> new LintException(
                        "%s: %s is no name of a migration: Flyway's configuration has %s<version>%s<description>%s."
                                .formatted(
                                        place,
                                        script,
                                        names.versioned(),
                                        names.separator(),
                                        names.suffixes().get(0))));
        return new OldMigration(
                name,
                parsed,
                place,
                content -> checksum == null || checksum.equals(String.valueOf(content.checksum())),
                content -> 0);
    }

    /** Flyway's history has paths of files and names of classes. */
    private static String fileName(String script, boolean isClass) {
        String name = script.substring(Math.max(script.lastIndexOf('/'), script.lastIndexOf('\\')) + 1);
        return isClass && !name.endsWith(".java") ? name.substring(name.lastIndexOf('.') + 1) + ".java" : name;
    }
}

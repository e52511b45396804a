package dev.switchback.schema.golden;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFile;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;

/** A golden text in a file of the project: compared with, and rewritten where that is asked for. */
@API(status = API.Status.INTERNAL)
public final class GoldenFile {

    /** The JVM property, or JUnit configuration parameter, that has files written with the value {@code update}. */
    public static final String PROPERTY = "switchback.golden";

    private final TestFile file;
    private final String writing;

    private GoldenFile(TestFile file, String writing) {
        this.file = file;
        this.writing = writing;
    }

    private static GoldenFile of(TestFile file) {
        return new GoldenFile(file, "run the test with -D" + PROPERTY + "=update");
    }

    /** A file below {@code src/test/resources}; see {@link TestFile#named(String)}. */
    public static GoldenFile named(String name) {
        return of(TestFile.named(name));
    }

    /** A file anywhere. */
    public static GoldenFile at(Path path) {
        return of(TestFile.at(path));
    }

    /** The same file, which is written by something else than a test: {@code call it with --update}. */
    public GoldenFile writtenBy(String call) {
        return new GoldenFile(file, call);
    }

    /**
     * Why a schema does not pass.
     *
     * @param message what to tell the reader
     * @param expected the text of the file; empty if there is none
     * @param found the text of the schema
     */
    public record Failure(String message, String expected, String found) {}

    /**
     * Compares a schema with the file or, where that is asked for, writes the schema into it.
     *
     * @param updates whether it may be written
     * @return empty if they are equal now
     * @throws SchemaException if the file is no golden file, or has conflict markers and may not be written
     */
    public Optional<Failure> check(Schema schema, FileUpdates updates) {
        String found = GoldenSchema.textOf(schema);
        Optional<GoldenSchema> golden =
                file.read().map(text -> GoldenSchema.parse(file.path().toString(), text));
        if (golden.filter(same -> same.text().equals(found)).isPresent()) {
            return Optional.empty();
        }
        if (updates.allowed()) {
            file.write(found);
            return Optional.empty();
        }
        return Optional.of(
                golden.map(text -> differs(text.compare(found), updates)).orElseGet(() -> missing(found, updates)));
    }

    private Failure missing(String found, FileUpdates updates) {
        return new Failure(
                "There is no golden file %s.\n\n%s"
                        .formatted(file.path(), updates.adviceTo("make", writing, file.path())),
                "",
                found);
    }

    private Failure differs(GoldenDiff diff, FileUpdates updates) {
        return new Failure(
                "The schema is not the one in %s:\n\n%s\n\nThe file against the schema:\n\n%s\n\nIf the schema is as it should be, the file is to change. %s"
                        .formatted(
                                file.path(),
                                diff.changes().indent(2).stripTrailing(),
                                diff.lines().indent(2).stripTrailing(),
                                updates.adviceTo("rewrite", writing, file.path())),
                diff.expected(),
                diff.found());
    }

    /** Where the file is written. */
    public Path path() {
        return file.path();
    }
}

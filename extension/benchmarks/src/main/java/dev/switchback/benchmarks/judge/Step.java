package dev.switchback.benchmarks.judge;

import dev.switchback.benchmarks.client.Psql;
import dev.switchback.provision.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A migration and its undo, as two files; found and run without Flyway. */
record Step(Path up, Optional<Path> undo) {

    private static final Pattern NAME = Pattern.compile("V([0-9._]+?)__.*\\.sql");
    private static final Pattern COMMENTS = Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/");
    private static final Pattern NEEDS_NO_TRANSACTION =
            Pattern.compile("(?is)^\\s*(?:(?:CREATE|DROP)\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY|VACUUM)\\b");

    /** The steps of a folder, in the order of their versions. */
    static List<Step> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            return all.stream()
                    .filter(file -> NAME.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(Step::numbers, Arrays::compare))
                    .map(file -> new Step(file, undoOf(file, all)))
                    .toList();
        }
    }

    private static Optional<Path> undoOf(Path up, List<Path> all) {
        String prefix = "U" + version(up) + "__";
        return all.stream()
                .filter(file -> name(file).startsWith(prefix) && name(file).endsWith(".sql"))
                .findFirst();
    }

    String name() {
        return name(up);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String version(Path up) {
        Matcher matcher = NAME.matcher(name(up));
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static int[] numbers(Path up) {
        return Stream.of(version(up).split("[._]")).mapToInt(Integer::parseInt).toArray();
    }

    /** Whether the undo holds nothing but comments or {@code SELECT 1}. */
    boolean undoIsEmpty() {
        return undo.filter(file ->
                        bare(file).replaceAll("(?i)select\\s+1|[;\\s]", "").isEmpty())
                .isPresent();
    }

    Optional<String> runUp(Database database) throws IOException {
        return run(database, up);
    }

    Optional<String> runUndo(Database database) throws IOException {
        return run(database, undo.orElseThrow());
    }

    /** One transaction, unless the script's configuration says otherwise or none of its statements can run in one. */
    private static Optional<String> run(Database database, Path script) throws IOException {
        Path configuration = script.resolveSibling(name(script) + ".conf");
        boolean without = Files.exists(configuration)
                ? Files.readString(configuration).contains("executeInTransaction=false")
                : Stream.of(bare(script).split(";"))
                        .filter(statement -> !statement.isBlank())
                        .allMatch(statement ->
                                NEEDS_NO_TRANSACTION.matcher(statement).find());
        return Psql.file(database, script, !without);
    }

    private static String bare(Path script) {
        try {
            return COMMENTS.matcher(Files.readString(script)).replaceAll(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

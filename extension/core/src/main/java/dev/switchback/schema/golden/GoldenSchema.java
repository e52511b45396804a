package dev.switchback.schema.golden;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.SqlBlock;
import dev.switchback.testfiles.ConflictMarkers;
import dev.switchback.testfiles.TestFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A whole schema as a text in SQL that a person reads with ease and a database can load. The same schema always gives the
 * same text.
 *
 * <p>The text says what is in the schema and nothing about where or when it was read. Immutable.
 */
public final class GoldenSchema {

    private static final int FORMAT = 1;
    private static final String HEADER = "-- switchback schema, format ";
    private static final Pattern FIRST_LINE = Pattern.compile(Pattern.quote(HEADER) + "(\\d{1,9})");
    private static final String NOTE =
            "-- Made by a test, which can rewrite it: -D" + GoldenFile.PROPERTY + "=update\n";

    private final String name;
    private final String text;

    private GoldenSchema(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * The text of a schema.
     *
     * @throws SchemaException if there is no writer for its product
     */
    public static String textOf(Schema schema) {
        StringBuilder text =
                new StringBuilder(HEADER).append(FORMAT).append('\n').append(NOTE);
        for (SqlBlock block : schema.script()) {
            text.append("\n-- ").append(block.title()).append('\n');
            block.statements().forEach(statement -> text.append(statement).append(";\n"));
            block.remarks()
                    .forEach(remark -> text.append("--   ").append(remark).append('\n'));
        }
        return TestFile.withPlainLines(text.toString());
    }

    /** The golden schema of a schema, as if it had been read from a file. */
    public static GoldenSchema of(Schema schema) {
        return new GoldenSchema("the schema", textOf(schema));
    }

    /**
     * Reads a file.
     *
     * @throws SchemaException if there is none, or it is none that this version can read
     */
    public static GoldenSchema read(Path file) {
        return read(TestFile.at(file));
    }

    /**
     * Reads a file.
     *
     * @throws SchemaException if there is none, or it is none that this version can read
     */
    @API(status = API.Status.INTERNAL)
    public static GoldenSchema read(TestFile file) {
        return parse(
                file.path().toString(),
                file.read().orElseThrow(() -> new SchemaException("There is no golden file " + file.path() + ".")));
    }

    /**
     * Reads a text.
     *
     * @param name what messages call it
     * @throws SchemaException if it is none that this version can read
     */
    public static GoldenSchema parse(String name, String text) {
        String firstLine = text.lines().findFirst().orElse("").stripTrailing();
        Matcher header = FIRST_LINE.matcher(firstLine);
        if (!header.matches()) {
            throw new SchemaException("%s is no golden file: %s"
                    .formatted(
                            name,
                            text.isBlank()
                                    ? "it is empty. Delete it to have it made anew."
                                    : "its first line is not \"%s%d\". Compare with another file, or delete this one to have it made anew."
                                            .formatted(HEADER, FORMAT)));
        }
        int format = Integer.parseInt(header.group(1));
        if (format != FORMAT) {
            throw new SchemaException(
                    "%s is in format %d, and this version of Switchback reads format %d. Update Switchback to the version that the file was written with."
                            .formatted(name, format, FORMAT));
        }
        return new GoldenSchema(name, text);
    }

    /** The text, with {@code \n} at the ends of lines. */
    public String text() {
        return text;
    }

    /**
     * Compares this, as what is expected, with a schema, as what is there.
     *
     * @throws SchemaException if this has conflict markers, or there is no writer for the schema's product
     */
    public GoldenDiff compare(Schema schema) {
        return compare(textOf(schema));
    }

    GoldenDiff compare(String found) {
        checkMerged();
        return new GoldenDiff(name, text, found);
    }

    /**
     * Makes the schema in a database that has none, such as one that was just created, on a server of the product and
     * major version that the text is of. Roles have to be there. The connection's transaction, if it has one, stays open.
     *
     * @throws SchemaException if a statement fails, with its line
     */
    public void load(Connection connection) {
        checkMerged();
        for (GoldenBlock block : GoldenBlock.all(text)) {
            for (GoldenBlock.Part part : block.statements()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(part.sql());
                } catch (SQLException e) {
                    throw new SchemaException(
                            "%s, line %d, cannot be loaded: %s: %s"
                                    .formatted(name, part.line(), block.title(), e.getMessage()),
                            e);
                }
            }
        }
    }

    private void checkMerged() {
        ConflictMarkers.in(text).ifPresent(conflict -> {
            throw new SchemaException(
                    "%s has conflict markers in lines %d to %d. Merge the migrations, then rewrite the file with -D%s=update."
                            .formatted(name, conflict.first(), conflict.last(), GoldenFile.PROPERTY));
        });
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.switchback.migration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * SQL that brings a schema back. It was run on a copy of the database, and the schema was then what it was before the
 * migration, as the settings count.
 */
public final class SuggestedFix {

    private final String file;
    private final List<String> statements;
    private final List<String> notRestored;
    private final boolean endsStatement;

    @API(status = API.Status.INTERNAL)
    public SuggestedFix(String file, List<String> statements, List<String> notRestored) {
        this(file, statements, notRestored, false);
    }

    /**
     * Holds SQL.
     *
     * @param endsStatement whether the script that it is added to ends without a semicolon
     */
    @API(status = API.Status.INTERNAL)
    public SuggestedFix(String file, List<String> statements, List<String> notRestored, boolean endsStatement) {
        this.endsStatement = endsStatement;
        this.file = file;
        this.statements = List.copyOf(statements);
        this.notRestored = List.copyOf(notRestored);
    }

    /** The undo script to which it is to be added, or that it makes up. */
    public String file() {
        return file;
    }

    /** The statements to be run, in this order, without the semicolons at the ends. */
    public List<String> statements() {
        return statements;
    }

    /** The objects that it does not bring back, in words: {@code rows of public.person}. */
    public List<String> notRestored() {
        return notRestored;
    }

    /** Whether the script begins with a semicolon, because the one that it is added to has none at its end. */
    @API(status = API.Status.INTERNAL)
    public boolean endsStatement() {
        return endsStatement;
    }

    /** The statements as a script, each with its semicolon, to stand on lines of their own below what is there. */
    public String script() {
        return (endsStatement ? ";\n" : "")
                + statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    /** One sentence about what is not brought back; empty if everything is. */
    @API(status = API.Status.INTERNAL)
    public String reservation() {
        return notRestored.isEmpty()
                ? ""
                : "The schema is then what it was before; the " + String.join(", the ", notRestored)
                        + (notRestored.size() == 1 && notRestored.get(0).startsWith("position")
                                ? " is not."
                                : " are not.");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SuggestedFix that
                && file.equals(that.file)
                && statements.equals(that.statements)
                && notRestored.equals(that.notRestored)
                && endsStatement == that.endsStatement;
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, statements, notRestored, endsStatement);
    }
}

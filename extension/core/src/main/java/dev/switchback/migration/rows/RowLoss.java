package dev.switchback.migration.rows;

import dev.switchback.text.Indentation;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * In what rows of one table are not what they were.
 *
 * @param table its qualified name
 * @param kind what became of the rows
 * @param column the column whose values are others; empty if rows came or went
 * @param count how many rows
 * @param of how many rows there were
 * @param examples some of these rows
 */
@API(status = API.Status.INTERNAL)
public record RowLoss(String table, Kind kind, String column, int count, int of, List<Example> examples) {

    private static final int SHOWN = 3;

    /** The kind of loss of rows. */
    public enum Kind {
        /** They are not there any more. */
        GONE,
        /** They were not there. */
        ADDED,
        /** They have null in place of a value. */
        EMPTIED,
        /** They have another value. */
        CHANGED
    }

    /**
     * One row.
     *
     * @param row what people call it: {@code person/alice (id 12)}
     * @param what the value before and after or, of a row that came or went, some of its values
     */
    public record Example(String row, String what) {

        private String padded(int width) {
            return row.isEmpty() ? what : what.isEmpty() ? row : row + " ".repeat(width - row.length() + 3) + what;
        }
    }

    public RowLoss {
        examples = List.copyOf(examples);
    }

    /** How a table's rows are called where they differ. */
    static String subject(String table) {
        return "rows of " + table;
    }

    /** Whether another loss is of as many rows of the same table, or of as many values of the same column, or of more. */
    boolean isWithin(RowLoss other) {
        return (kind == Kind.GONE || kind == Kind.EMPTIED)
                && kind == other.kind
                && count <= other.count
                && table.equals(other.table)
                && column.equals(other.column);
    }

    public RowLoss withoutExamples() {
        return new RowLoss(table, kind, column, count, of, List.of());
    }

    /** How many rows, and what became of them, with examples on lines of their own. */
    @Override
    public String toString() {
        String headline = subject(table) + ": " + headline();
        return examples.isEmpty() ? headline : headline + "\n" + Indentation.of(exampleLines(), 2);
    }

    private String headline() {
        boolean one = count == 1;
        return switch (kind) {
            case GONE -> "%d of %d %s gone".formatted(count, of, one ? "is" : "are");
            case ADDED -> "%d %s not there before".formatted(count, one ? "was" : "were");
            case EMPTIED -> "%d of %d lost %s %s".formatted(count, of, one ? "its" : "their", column);
            case CHANGED -> "%d of %d %s another %s".formatted(count, of, one ? "has" : "have", column);
        };
    }

    private String exampleLines() {
        List<Example> shown = examples.subList(0, Math.min(SHOWN, examples.size()));
        int width =
                shown.stream().mapToInt(example -> example.row().length()).max().orElse(0);
        String lines = shown.stream().map(example -> example.padded(width)).collect(Collectors.joining("\n"));
        return count > shown.size() ? lines + "\nand " + (count - shown.size()) + " more" : lines;
    }

    /** The first examples of many. */
    static List<Example> some(int count, IntFunction<Example> example) {
        return IntStream.range(0, Math.min(SHOWN, count)).mapToObj(example).toList();
    }
}

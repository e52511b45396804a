package dev.switchback.schema;

import java.util.List;

/**
 * One object of a schema in SQL, with what belongs to it.
 *
 * @param title kind and name: {@code table public.orders}
 * @param statements without the semicolons at their ends
 * @param remarks what is true of the object and no statement says, a line each
 */
public record SqlBlock(String title, List<String> statements, List<String> remarks) {

    public SqlBlock {
        title = onOneLine(title);
        statements = List.copyOf(statements);
        remarks = remarks.stream().map(SqlBlock::onOneLine).toList();
    }

    /** A name may hold any character, but a line of comment must not end early. */
    private static String onOneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}

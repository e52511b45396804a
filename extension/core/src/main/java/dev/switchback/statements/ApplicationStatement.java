package dev.switchback.statements;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A statement that an application sends.
 *
 * @param file where it was read, as its pattern names it
 * @param line its first line, counted from 1
 * @param sql its text, without the semicolon
 * @param calls the values of its parameters in each call that is known; one of unknown values if none is
 */
public record ApplicationStatement(String file, int line, String sql, List<List<StatementValue>> calls) {

    @API(status = API.Status.INTERNAL)
    public ApplicationStatement {
        calls = calls.stream().map(List::copyOf).toList();
    }

    static ApplicationStatement of(String file, int line, String sql, List<List<StatementValue>> calls) {
        int count = Placeholders.of(sql).count();
        List<List<StatementValue>> known = calls.isEmpty()
                ? List.of(Stream.generate(() -> StatementValue.unknown(""))
                        .limit(count)
                        .toList())
                : calls;
        return new ApplicationStatement(file, line, sql, known);
    }

    /** The places of its parameters. */
    public Placeholders placeholders() {
        return Placeholders.of(sql);
    }

    /** Where it stands: {@code queries/v41/orders.sql:3}. */
    public String place() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        return place() + ": " + sql;
    }
}

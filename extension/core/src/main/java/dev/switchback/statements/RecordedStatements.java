package dev.switchback.statements;

import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that a recorder has seen, and for each list of types the values of one call. Of several calls the first in the order
 * of their texts is kept, whatever thread came first. Thread-safe.
 */
final class RecordedStatements {

    private static final String HEAD =
            """
            -- Statements of the application, recorded by Switchback's StatementRecorder. Read by @PreviousVersion.
            -- A line "-- with:" above a statement has the values of its parameters in one call, and their types.
            """;

    private final boolean withValues;

    /** Calls by their types. */
    private final Map<String, Map<String, List<StatementValue>>> statements = new TreeMap<>();

    RecordedStatements(boolean withValues) {
        this.withValues = withValues;
    }

    /** Remembers a text that was sent, which may hold several statements. */
    void add(String sql, RecordedParameters parameters) {
        int first = 1;
        for (String statement : StatementText.cut(sql)) {
            int count = Placeholders.of(statement).count();
            if (!StatementText.isOfTransaction(statement)) {
                add(statement, parameters.values(first, count));
            }
            first += count;
        }
    }

    private synchronized void add(String statement, List<StatementValue> values) {
        Map<String, List<StatementValue>> calls = statements.computeIfAbsent(statement, absent -> new TreeMap<>());
        List<StatementValue> types = values.stream()
                .map(value -> StatementValue.unknown(value.type()))
                .toList();
        List<StatementValue> kept = withValues ? List.copyOf(values) : types;
        calls.merge(
                ValueLine.of(types),
                kept,
                (one, other) -> ValueLine.of(one).compareTo(ValueLine.of(other)) <= 0 ? one : other);
    }

    synchronized void write(Path file) {
        if (statements.isEmpty()) {
            throw new StatementException(
                    "%s is not written, because no statement was recorded. Let the application use the data source that around(...) returns."
                            .formatted(file));
        }
        try {
            TestFile.at(file).write(text());
        } catch (TestFileException e) {
            throw new StatementException(String.valueOf(e.getMessage()), e);
        }
    }

    private String text() {
        List<String> paragraphs = new ArrayList<>(List.of(HEAD));
        statements.forEach((statement, calls) -> paragraphs.add(Stream.concat(
                        calls.values().stream()
                                .filter(call -> call.stream()
                                        .anyMatch(value ->
                                                value.isKnown() || !value.type().isEmpty()))
                                .map(ValueLine::of),
                        Stream.of(statement + ";"))
                .collect(Collectors.joining("\n", "", "\n"))));
        return String.join("\n", paragraphs);
    }
}

package dev.switchback.postgresql;

import static java.util.stream.Collectors.toMap;

import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.rows.SequencePositions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Positions of sequences, remembered by their ids until they are forgotten. */
final class PostgresSequencePositions implements SequencePositions {

    private record Named(String name, RowSnapshot.Position position) {}

    private final Connection connection;
    private final Map<Long, Named> known = new HashMap<>();
    private final Set<Long> moved = new HashSet<>();

    PostgresSequencePositions(Connection connection) {
        this.connection = connection;
    }

    Map<String, RowSnapshot.Position> positions() {
        return known.values().stream().collect(toMap(Named::name, Named::position));
    }

    void forgetAll() {
        known.clear();
    }

    void forget(Set<Long> ids) {
        known.keySet().removeAll(ids);
    }

    /** The sequences that were set since the moves were forgotten. */
    Set<Long> moved() {
        return moved;
    }

    void forgetMoves() {
        moved.clear();
    }

    /** Asks for the position of a sequence. */
    static String query(long id, String sequence, boolean ascending, boolean cycles) {
        return "SELECT %s, '%s', last_value, is_called, %b, %b FROM %s"
                .formatted(id, sequence.replace("'", "''"), ascending, cycles, sequence);
    }

    /** Reads positions with queries of {@link #query}. */
    void read(List<String> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", positions))) {
            while (rows.next()) {
                RowSnapshot.Position position = new RowSnapshot.Position(
                        rows.getLong(3), rows.getBoolean(4), rows.getBoolean(5), rows.getBoolean(6));
                known.put(rows.getLong(1), new Named(rows.getString(2), position));
            }
        }
    }

    @Override
    public Map<String, RowSnapshot.Position> rewind(RowSnapshot now, RowSnapshot before) throws SQLException {
        Map<String, RowSnapshot.Position> since = now.movedSince(before);
        if (since.isEmpty()) {
            return since;
        }
        StandingValues standing = new StandingValues(connection, now, before);
        Map<String, RowSnapshot.Position> wanted = new HashMap<>();
        for (Map.Entry<Long, Named> sequence : known.entrySet()) {
            String name = sequence.getValue().name();
            if (since.containsKey(name)) {
                wanted.put(
                        name,
                        standing.limit(
                                sequence.getKey(),
                                Objects.requireNonNull(before.sequences().get(name)),
                                since.get(name)));
            }
        }
        set(wanted);
        return positions(wanted.keySet());
    }

    @Override
    public void set(Map<String, RowSnapshot.Position> positions) throws SQLException {
        List<String> statements = new ArrayList<>();
        known.forEach((id, sequence) -> {
            RowSnapshot.Position to = positions.get(sequence.name());
            if (to != null) {
                statements.add(setval(id, to));
                moved.add(id);
            }
        });
        if (!statements.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(String.join(";\n", statements));
            }
        }
    }

    /** A position that the sequence cannot have any more is left out. */
    private static String setval(long sequence, RowSnapshot.Position at) {
        return """
               SELECT setval(seqrelid::regclass, %2$s, %3$b) FROM pg_sequence
                WHERE seqrelid = %1$s AND %2$s BETWEEN seqmin AND seqmax"""
                .formatted(sequence, at.value(), at.called());
    }

    private Map<String, RowSnapshot.Position> positions(Set<String> names) throws SQLException {
        read(known.entrySet().stream()
                .filter(sequence -> names.contains(sequence.getValue().name()))
                .map(sequence -> query(
                        sequence.getKey(),
                        sequence.getValue().name(),
                        sequence.getValue().position().ascending(),
                        sequence.getValue().position().cycles()))
                .toList());
        return positions().entrySet().stream()
                .filter(sequence -> names.contains(sequence.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

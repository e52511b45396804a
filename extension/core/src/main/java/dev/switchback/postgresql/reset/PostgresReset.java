package dev.switchback.postgresql.reset;

import static java.util.stream.Collectors.toMap;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.RowReset;
import dev.switchback.threads.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Puts back the tables and sequences that have changed, and no others, in two round trips. */
final class PostgresReset implements RowReset {

    private static final String NOT_THERE = "42";
    private static final String NOT_POPULATED = "55000";
    private static final String OTHER_THAN_ROWS = "something other than rows, such as the schema";
    private static final Obstacle SCHEMA_CHANGED = new Obstacle(Obstacle.Kind.SCHEMA, "its schema has changed.");

    /** The number of resets between two vacuums: until then, deleted and rewritten rows slow every reading. */
    private static final int RESETS_BETWEEN_VACUUMS = 100;

    private static final long PAUSE_MILLIS = 2;

    private final ResetImage image;
    private final ResetSession session;
    private final Map<Long, ResetTable> tables;
    private final Map<Long, ResetSequence> sequences;
    private final Map<Long, RowVersions> versions;
    private final Set<ResetTable> written = new HashSet<>();
    private Map<Long, Long> analyzed = Map.of();
    private int resets;

    private PostgresReset(ResetImage image, ResetSession session) {
        this.image = image;
        this.session = session;
        this.tables = image.tables().stream().collect(toMap(ResetTable::id, table -> table));
        this.sequences = image.sequences().stream().collect(toMap(ResetSequence::id, sequence -> sequence));
        this.versions = new HashMap<>(image.versions());
    }

    static PostgresReset begin(ResetImage image, Connection connection) throws SQLException {
        ResetSession session = ResetSession.on(connection);
        try {
            PostgresReset reset = new PostgresReset(image, session);
            reset.begin();
            return reset;
        } catch (SQLException | RuntimeException e) {
            try {
                session.close();
            } catch (SQLException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
    }

    /** The session itself has written to catalogs. */
    private void begin() throws SQLException {
        ResetFindings now = session.look(image.queries());
        analyzed = now.analyzed();
        keep(now);
    }

    private void keep(ResetFindings now) {
        now.versions().forEach((key, version) -> {
            if (!tables.containsKey(key)) {
                versions.put(key, version);
            }
        });
    }

    @Override
    public Optional<Obstacle> run(OtherSessions others) throws SQLException {
        try {
            ResetSession.Look look = await(others);
            Optional<Obstacle> obstacle = look.busy().isPresent() ? look.busy() : putBack(look);
            if (obstacle.isEmpty()) {
                session.settle();
            }
            return obstacle;
        } catch (SQLException e) {
            return Optional.of(obstacle(e));
        }
    }

    /** A relation that is gone is an error of syntax; a materialized view can lose all its rows and then not be read. */
    private Obstacle obstacle(SQLException failure) throws SQLException {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(ResetSession.LOCK_TIMEOUT)) {
            return session.busy(OtherSessions.GONE)
                    .orElseGet(() -> new Obstacle(Obstacle.Kind.BUSY, failure.getMessage() + "."));
        }
        if (state.startsWith(NOT_THERE) || state.equals(NOT_POPULATED)) {
            return SCHEMA_CHANGED;
        }
        throw failure;
    }

    private ResetSession.Look await(OtherSessions others) throws SQLException {
        long patience = TimeUnit.MILLISECONDS.toNanos(others == OtherSessions.GONE ? 200 : 2_000);
        long start = System.nanoTime();
        ResetSession.Look look = session.look(image.queries(), others);
        while (look.busy().isPresent() && System.nanoTime() - start < patience) {
            Pause.within(PAUSE_MILLIS, "other sessions");
            look = session.look(image.queries(), others);
        }
        return look;
    }

    private Optional<Obstacle> putBack(ResetSession.Look look) throws SQLException {
        if (look.written().isEmpty()) {
            return putBack(look.findings());
        }
        List<ResetTable> dirty = known(tables, look.written().get());
        if (obstacle(dirty).isPresent()) {
            // what was written and rolled back is none
            return putBack(session.look(image.queries()));
        }
        List<ResetSequence> moved = known(sequences, look.written().get());
        if (dirty.isEmpty() && moved.isEmpty()) {
            return Optional.empty();
        }
        Optional<Obstacle> refusal = session.write(dirty, moved);
        if (refusal.isEmpty()) {
            dirty.forEach(table -> versions.put(table.id(), RowVersions.UNKNOWN));
            vacuumAfter(dirty);
        }
        return refusal;
    }

    private static Optional<Obstacle> obstacle(List<ResetTable> dirty) {
        return dirty.stream()
                .flatMap(table -> table.obstacle().stream())
                .map(text -> new Obstacle(Obstacle.Kind.ROWS, text))
                .findFirst();
    }

    private Optional<Obstacle> putBack(ResetFindings now) throws SQLException {
        Set<Long> changed = changed(now.versions());
        boolean isSchemaWritten = changed.removeIf(key -> !tables.containsKey(key));
        if (isSchemaWritten || !now.analyzed().equals(analyzed)) {
            if (!session.contents(image.queries()).equals(image.contents())) {
                return Optional.of(SCHEMA_CHANGED);
            }
            keep(now);
            analyzed = now.analyzed();
        }
        List<ResetTable> dirty = known(tables, changed);
        List<ResetSequence> moved = known(sequences, now.moved());
        if (obstacle(dirty).isPresent() || (dirty.isEmpty() && moved.isEmpty())) {
            return obstacle(dirty);
        }
        ResetFindings written = new ResetFindings();
        Optional<Obstacle> refusal = session.write(dirty, moved, written);
        if (refusal.isEmpty()) {
            dirty.forEach(table -> versions.remove(table.id()));
            versions.putAll(written.versions());
            vacuumAfter(dirty);
        }
        return refusal;
    }

    @Override
    public Optional<String> change() throws SQLException {
        try {
            Optional<String> change = change(session.look(image.queries(), OtherSessions.ANY));
            if (change.isEmpty()) {
                session.settle();
            }
            return change;
        } catch (SQLException e) {
            if (obstacle(e).kind() == Obstacle.Kind.SCHEMA) {
                return Optional.of(OTHER_THAN_ROWS);
            }
            throw e;
        }
    }

    private Optional<String> change(ResetSession.Look look) throws SQLException {
        if (look.written().isEmpty()) {
            return change(look.findings());
        }
        Set<Long> written = look.written().get();
        // what was written and rolled back is as it was
        return known(tables, written).isEmpty() && known(sequences, written).isEmpty()
                ? Optional.empty()
                : change(session.look(image.queries()));
    }

    private Optional<String> change(ResetFindings now) throws SQLException {
        Set<Long> changed = changed(now.versions());
        boolean isSchemaWritten = changed.removeIf(key -> !tables.containsKey(key));
        List<String> found = new ArrayList<>();
        known(tables, changed).forEach(table -> found.add("rows of " + table.name()));
        known(sequences, now.moved()).forEach(sequence -> found.add("the sequence " + sequence.name()));
        if (isSchemaWritten || !now.analyzed().equals(analyzed)) {
            if (!session.contents(image.queries()).equals(image.contents())) {
                found.add(OTHER_THAN_ROWS);
            } else {
                keep(now);
                analyzed = now.analyzed();
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
    }

    private static <T> List<T> known(Map<Long, T> all, Set<Long> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
                .toList();
    }

    private Set<Long> changed(Map<Long, RowVersions> now) {
        Set<Long> changed = new HashSet<>();
        now.forEach((key, version) -> {
            if (!version.equals(versions.get(key))) {
                changed.add(key);
            }
        });
        versions.keySet().stream().filter(key -> !now.containsKey(key)).forEach(changed::add);
        return changed;
    }

    private void vacuumAfter(List<ResetTable> dirty) throws SQLException {
        written.addAll(dirty);
        if (++resets % RESETS_BETWEEN_VACUUMS == 0 && !written.isEmpty()) {
            session.vacuum(written);
            written.clear();
            analyzed = session.look(image.queries()).analyzed();
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}

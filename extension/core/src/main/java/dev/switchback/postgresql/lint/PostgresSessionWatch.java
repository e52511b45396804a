package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.SessionWatch;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads, after each statement and in its own session, the locks that the transaction holds, what the server has counted in it,
 * and the catalog's rows of the tables that it holds strong locks on. Only there can what is not committed be seen.
 */
final class PostgresSessionWatch implements SessionWatch {

    private static final Pattern ENDS_TRANSACTION = Pattern.compile("(?is)(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*"
            + "(?:commit|end|abort|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b)|prepare\\s+transaction)\\b");

    private final SessionQueries queries = new SessionQueries();
    private final Map<Long, TableState> tables = new HashMap<>();
    private final Set<Long> old = new HashSet<>();

    /** Columns that are left out of old tables. */
    private final Map<Long, Set<Long>> newColumns = new HashMap<>();

    private Map<Long, TableState> before = Map.of();
    private boolean isBegun;
    private SessionState state = SessionState.NONE;

    @Override
    public void begin(Connection session) throws SQLException {
        queries.doubt(session);
        if (!isBegun) {
            tables.putAll(TableStates.all(session));
            isBegun = true;
        }
        Set<Long> made = new TreeSet<>(tables.keySet());
        made.removeAll(old);
        made.forEach(tables::remove);
        tables.putAll(TableStates.of(made, session, queries));
        old.clear();
        old.addAll(tables.keySet());
        before = Map.copyOf(tables);
        state = read(session);
    }

    @Override
    public SessionWatch forUndo() {
        return new UndoWatch(before);
    }

    /** Begins as a watch to which not everything that is there is old. */
    void begin(Connection session, Map<Long, TableState> before) throws SQLException {
        Map<Long, TableState> found = TableStates.all(session);
        found.forEach((relation, table) -> {
            TableState earlier = before.getOrDefault(relation, table);
            Set<Long> columns = new TreeSet<>(table.columns().keySet());
            columns.removeAll(earlier.columns().keySet());
            newColumns.put(relation, columns);
        });
        know(found);
        old.addAll(before.keySet());
        old.retainAll(tables.keySet());
        isBegun = true;
        state = read(session);
    }

    private void know(Map<Long, TableState> found) {
        found.forEach((relation, table) ->
                tables.put(relation, table.withoutColumns(newColumns.getOrDefault(relation, Set.of()))));
    }

    @Override
    public boolean endsTransaction(String sql) {
        return ENDS_TRANSACTION.matcher(sql).lookingAt();
    }

    private SessionState read(Connection session) throws SQLException {
        return SessionState.read(session, queries, counted());
    }

    private Set<Long> counted() {
        Set<Long> counted = new TreeSet<>();
        state.relations().forEach((relation, use) -> {
            if (use.scans() > 0 || use.rows().read() > 0 || use.rows().written() > 0) {
                counted.add(relation);
            }
        });
        return counted;
    }

    @Override
    public Optional<Seen> rehearse(Connection session, String sql) throws SQLException {
        if (!session.getAutoCommit() || isStillIn(state.transaction(), session)) {
            return Optional.empty();
        }
        Map<Long, TableState> committed = new HashMap<>(tables);
        session.setAutoCommit(false);
        try (Statement statement = session.createStatement()) {
            state = read(session);
            statement.execute(sql);
            queries.ran(sql);
            return Optional.of(look(session));
        } catch (SQLException onlyOutside) {
            return Optional.empty();
        } finally {
            session.rollback();
            session.setAutoCommit(true);
            tables.clear();
            tables.putAll(committed);
            state = read(session);
        }
    }

    private boolean isStillIn(String transaction, Connection session) throws SQLException {
        return read(session).transaction().equals(transaction);
    }

    @Override
    public Seen after(Connection session, String sql) throws SQLException {
        if (sql.isEmpty()) {
            queries.doubt(session);
        }
        queries.ran(sql);
        return look(session);
    }

    private Seen look(Connection session) throws SQLException {
        SessionState now = read(session);
        boolean ends = !now.transaction().equals(state.transaction());
        boolean isAlone = ends && session.getAutoCommit();
        SessionState earlier = ends ? state.afterItsTransaction() : state;
        Map<Long, TableState> read = ends ? TableStates.all(session) : TableStates.of(looked(now), session, queries);
        Set<Long> due = ends ? union(tables.keySet(), read.keySet()) : looked(now);
        List<TableEffect> effects = new ArrayList<>();
        for (long relation : union(due, now.relations().keySet())) {
            effect(relation, now, earlier, due.contains(relation), read)
                    .map(effect -> isAlone ? whole(effect) : effect)
                    .ifPresent(effects::add);
        }
        due.forEach(tables::remove);
        know(read);
        state = now;
        return new Seen(!isAlone, ends && !isAlone, now.hasLockTimeout(), effects);
    }

    /** The relations whose rows in the catalog may have changed; of a new one only its name is of interest until it has rows. */
    private Set<Long> looked(SessionState now) {
        Set<Long> looked = new TreeSet<>();
        now.relations().forEach((relation, use) -> {
            if (use.mayHaveChanged()
                    && (old.contains(relation)
                            || !tables.containsKey(relation)
                            || use.rows().written() > 0)) {
                looked.add(relation);
            }
        });
        return looked;
    }

    private Optional<TableEffect> effect(
            long relation, SessionState now, SessionState earlier, boolean isLooked, Map<Long, TableState> read) {
        TableState known = tables.get(relation);
        TableState found = read.get(relation);
        if (known == null && found == null) {
            return Optional.empty();
        }
        RelationUse use = now.of(relation).since(earlier.of(relation));
        boolean isChanged = isLooked && (known == null || !known.equals(found));
        if (use.isNothing() && !isChanged) {
            return Optional.empty();
        }
        TableState first = Objects.requireNonNull(known == null ? found : known);
        return Optional.of(new TableEffect(
                first,
                !old.contains(relation),
                use.modes().stream()
                        .reduce((weak, strong) -> strong)
                        .map(LockMode::words)
                        .orElse(""),
                LockMode.strongest(use.modes()),
                LockMode.strongest(earlier.of(relation).modes()),
                use.modes().contains(LockMode.ROW_EXCLUSIVE),
                use.scans(),
                lookups(found == null ? first : found, now, earlier),
                use.rows(),
                isLooked ? Optional.ofNullable(known) : Optional.empty(),
                isLooked ? Optional.ofNullable(found) : Optional.empty(),
                isLooked && found == null));
    }

    /**
     * A statement that runs only outside a transaction and gives a table another file has rewritten it under the strongest lock, though
     * neither the lock nor the counts are left.
     */
    private static TableEffect whole(TableEffect effect) {
        return effect.hasAnotherFile() ? effect.rewritten(LockMode.ACCESS_EXCLUSIVE.words()) : effect;
    }

    private static long lookups(TableState table, SessionState now, SessionState earlier) {
        return table.indexes().keySet().stream()
                .mapToLong(index -> now.of(index).since(earlier.of(index)).scans())
                .sum();
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        Set<Long> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}

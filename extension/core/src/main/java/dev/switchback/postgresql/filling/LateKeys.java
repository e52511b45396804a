package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Foreign keys that could not be set when their rows came, because what they refer to came later. */
final class LateKeys {

    /** So many rows and keys are tried. */
    private static final int MOST = 3;

    private final FillSession session;
    private final ParentKeys parents;

    LateKeys(FillSession session, ParentKeys parents) {
        this.session = session;
        this.parents = parents;
    }

    /**
     * Gives each such key a value in one row, unless one has it; a row for which the server refuses it stays without.
     *
     * @return the keys that no row has a value in, each with the reason, by table
     */
    Map<String, List<String>> set(List<FilledTarget> tables) throws SQLException {
        List<Long> order = new ArrayList<>();
        FillingOrder.of(tables).forEach(group -> group.forEach(each -> order.add(each.id())));
        Map<String, List<String>> empty = new HashMap<>();
        for (FilledTarget table : tables) {
            for (ParentLink link : table.parents()) {
                if (isLate(tables, order, table, link)) {
                    Optional<String> problem = set(table, link);
                    problem.ifPresent(said -> empty.computeIfAbsent(table.name(), first -> new ArrayList<>())
                            .add("the foreign key " + link.name() + " has a value, because " + said));
                }
            }
        }
        return empty;
    }

    private static boolean isLate(List<FilledTarget> tables, List<Long> order, FilledTarget table, ParentLink link) {
        boolean mayBeNull =
                link.columns().stream().anyMatch(name -> table.column(name).mayBeNull());
        return mayBeNull
                && tables.stream()
                        .filter(each -> each.id() == link.parent() || each.root() == link.parent())
                        .anyMatch(each -> order.indexOf(each.id()) >= order.indexOf(table.id()));
    }

    /** Why no row has a value in the key; empty if one has, or there is no row. */
    private Optional<String> set(FilledTarget table, ParentLink link) throws SQLException {
        List<String> names = link.columns().stream().map(SqlName::quote).toList();
        List<List<@Nullable String>> keys = parents.of(link);
        if (keys.isEmpty()) {
            return needsOne(table, names) ? Optional.of(parents.name(link) + " has no row") : Optional.empty();
        }
        String problem = "";
        for (List<@Nullable String> key : keys.subList(0, Math.min(MOST, keys.size()))) {
            for (int row = 0; row < MOST; row++) {
                try {
                    boolean isSet = session.attempt(update(table, names, key, row)) > 0;
                    // of the last row, that nothing is refused means that a row has a value, or that there is none
                    if (isSet || row == 0) {
                        return Optional.empty();
                    }
                } catch (SQLException refused) {
                    problem = ServerWords.of(refused);
                }
            }
        }
        return Optional.of(problem);
    }

    /** Whether there are rows, and none has a value in the key. */
    private boolean needsOne(FilledTarget table, List<String> names) throws SQLException {
        String open =
                "SELECT count(*) > 0 AND count(*) FILTER (WHERE " + given(names) + ") = 0 FROM ONLY " + table.sql();
        return session.isTaken(open) && "t".equals(session.rows(open).get(0).get(0));
    }

    private static String given(List<String> names) {
        return String.join(
                " AND ", names.stream().map(name -> name + " IS NOT NULL").toList());
    }

    /** Sets the key in one row, counted from the last, unless any row has one. */
    private static String update(FilledTarget table, List<String> names, List<@Nullable String> key, int row) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            set.add(names.get(i) + " = " + SqlName.literal(String.valueOf(key.get(i))));
        }
        return "UPDATE " + table.sql() + " SET " + String.join(", ", set) + " WHERE ctid = (SELECT ctid FROM ONLY "
                + table.sql() + " ORDER BY ctid DESC OFFSET " + row + " LIMIT 1) AND NOT EXISTS (SELECT FROM ONLY "
                + table.sql() + " WHERE " + given(names) + ")";
    }
}

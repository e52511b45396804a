package dev.switchback.postgresql.filling;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Foreign keys that could not be set when their rows came, because what they refer to came later. */
final class LateKeys {

    private final FillSession session;
    private final ParentKeys parents;

    LateKeys(FillSession session, ParentKeys parents) {
        this.session = session;
        this.parents = parents;
    }

    /** Gives each such key a value in one row, unless one has it; a row for which the server refuses it stays without. */
    void set(List<FilledTarget> tables) throws SQLException {
        List<Long> order = new ArrayList<>();
        FillingOrder.of(tables).forEach(group -> group.forEach(each -> order.add(each.id())));
        for (FilledTarget table : tables) {
            for (ParentLink link : table.parents()) {
                if (isLate(tables, order, table, link)) {
                    set(table, link);
                }
            }
        }
    }

    private static boolean isLate(List<FilledTarget> tables, List<Long> order, FilledTarget table, ParentLink link) {
        boolean mayBeNull =
                link.columns().stream().anyMatch(name -> table.column(name).mayBeNull());
        return mayBeNull
                && tables.stream()
                        .filter(each -> each.id() == link.parent() || each.root() == link.parent())
                        .anyMatch(each -> order.indexOf(each.id()) >= order.indexOf(table.id()));
    }

    private void set(FilledTarget table, ParentLink link) throws SQLException {
        List<List<@Nullable String>> keys = parents.of(link);
        List<String> names = link.columns().stream().map(ParentKeys::quoted).toList();
        List<String> empty = names.stream().map(name -> name + " IS NULL").toList();
        for (List<@Nullable String> key : keys.subList(0, Math.min(3, keys.size()))) {
            List<String> set = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                set.add(names.get(i) + " = " + SqlWords.literal(String.valueOf(key.get(i))));
            }
            try {
                session.attempt("UPDATE " + table.sql() + " SET " + String.join(", ", set)
                        + " WHERE ctid = (SELECT ctid FROM ONLY " + table.sql() + " WHERE "
                        + String.join(" AND ", empty)
                        + " ORDER BY ctid DESC LIMIT 1) AND NOT EXISTS (SELECT FROM ONLY " + table.sql() + " WHERE "
                        + String.join(
                                " AND ",
                                names.stream()
                                        .map(name -> name + " IS NOT NULL")
                                        .toList()) + ")");
                return;
            } catch (SQLException refused) {
                // the next row may be accepted
            }
        }
    }
}

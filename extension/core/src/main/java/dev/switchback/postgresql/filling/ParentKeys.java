package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of the rows that are there, to which foreign keys may refer. */
final class ParentKeys {

    private static final int MOST = 40;

    private final FillSession session;
    private final FilledCatalog catalog;
    private final Map<String, List<List<@Nullable String>>> known = new HashMap<>();

    ParentKeys(FillSession session, FilledCatalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /** The keys to which a link may refer, in their order. */
    List<List<@Nullable String>> of(ParentLink link) throws SQLException {
        String key = link.parent() + " " + link.parentColumns();
        List<List<@Nullable String>> keys = known.get(key);
        if (keys == null) {
            keys = read(link);
            if (!keys.isEmpty()) {
                known.put(key, keys);
            }
        }
        return keys;
    }

    private List<List<@Nullable String>> read(ParentLink link) throws SQLException {
        String parent = catalog.roots().get(link.parent());
        if (parent == null) {
            return List.of();
        }
        List<String> names = link.parentColumns().stream().map(SqlName::quote).toList();
        List<String> texts = names.stream().map(name -> name + "::text").toList();
        List<String> given = names.stream().map(name -> name + " IS NOT NULL").toList();
        return session.rows("SELECT " + String.join(", ", texts) + " FROM " + parent + " WHERE "
                + String.join(" AND ", given) + " ORDER BY " + String.join(", ", names) + " LIMIT " + MOST);
    }

    /** The name of the table to which a link refers. */
    String name(ParentLink link) {
        String parent = catalog.roots().getOrDefault(link.parent(), "a table that is not there");
        return parent.startsWith("ONLY ") ? parent.substring("ONLY ".length()) : parent;
    }

    /** Forgets what is known, because there are more rows. */
    void forget(FilledTarget table) {
        List<String> old = new ArrayList<>(known.keySet());
        old.removeIf(key -> !key.startsWith(table.id() + " ") && !key.startsWith(table.root() + " "));
        old.forEach(known::remove);
    }
}

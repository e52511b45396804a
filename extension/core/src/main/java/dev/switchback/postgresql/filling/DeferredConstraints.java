package dev.switchback.postgresql.filling;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints and constraint triggers that are asked when a transaction ends. Rows that need each other come while they wait;
 * where one refuses some of them all the same, it is asked of each row as it comes, so that these rows are known. Belongs to one
 * filling.
 */
final class DeferredConstraints {

    private static final String ALL = "ALL";
    private static final String DEFERRED =
            """
            SELECT DISTINCT format('%I.%I', n.nspname, k.conname)
              FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE k.condeferred ORDER BY 1
            """;

    private final FillSession session;
    private final Set<String> refusing = new LinkedHashSet<>();

    DeferredConstraints(FillSession session) {
        this.session = session;
    }

    /** Asks the refusing ones at once from now on. */
    void await() throws SQLException {
        if (!refusing.isEmpty()) {
            session.run(atOnce(String.join(", ", refusing)));
        }
    }

    /** Whether all rows hold them; if not, more of them are known to refuse some. */
    boolean hold() throws SQLException {
        if (isHeld(ALL)) {
            return true;
        }
        boolean isNew = false;
        for (List<@Nullable String> constraint : session.rows(DEFERRED)) {
            String name = String.valueOf(constraint.get(0));
            isNew |= !isHeld(name) && refusing.add(name);
        }
        if (!isNew) {
            refusing.clear();
            refusing.add(ALL);
        }
        return false;
    }

    private boolean isHeld(String constraints) throws SQLException {
        try {
            session.attempt(atOnce(constraints));
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static String atOnce(String constraints) {
        return "SET CONSTRAINTS " + constraints + " IMMEDIATE";
    }
}

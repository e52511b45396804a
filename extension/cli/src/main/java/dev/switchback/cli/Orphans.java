package dev.switchback.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows that refer to rows that are not there, as under a foreign key that was never validated, or was switched off. */
final class Orphans {

    private static final String QUERIES =
            """
            SELECT conname, conrelid::regclass::text,
                   format('SELECT count(*) FROM %s c WHERE %s AND NOT EXISTS (SELECT FROM %s p WHERE %s)',
                          conrelid::regclass,
                          string_agg(format('c.%I IS NOT NULL', child.attname), ' AND ' ORDER BY place),
                          confrelid::regclass,
                          string_agg(format('p.%I = c.%I', parent.attname, child.attname), ' AND ' ORDER BY place))
            FROM pg_constraint k
            CROSS JOIN LATERAL unnest(conkey, confkey) WITH ORDINALITY AS key (child_number, parent_number, place)
            JOIN pg_attribute child ON child.attrelid = conrelid AND child.attnum = child_number
            JOIN pg_attribute parent ON parent.attrelid = confrelid AND parent.attnum = parent_number
            WHERE contype = 'f' AND conparentid = 0
            GROUP BY k.oid, conname, conrelid, confrelid
            ORDER BY 2, 1
            """;

    private Orphans() {}

    /** A line for each foreign key that does not hold. */
    static List<String> in(Connection connection) throws SQLException {
        List<String[]> keys = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet key = statement.executeQuery(QUERIES)) {
                while (key.next()) {
                    keys.add(new String[] {key.getString(1), key.getString(2), key.getString(3)});
                }
            }
            for (String[] key : keys) {
                try (ResultSet count = statement.executeQuery(key[2])) {
                    count.next();
                    long rows = count.getLong(1);
                    if (rows > 0) {
                        found.add("%s: %d %s to nothing, against its foreign key %s"
                                .formatted(key[1], rows, rows == 1 ? "row refers" : "rows refer", key[0]));
                    }
                }
            }
        }
        return found;
    }
}

package dev.switchback.postgresql.reset;

import java.util.Optional;

/**
 * A relation that may have rows.
 *
 * @param name qualified and quoted
 * @param isScanned whether its rows are looked at; of the others only the definition is
 * @param insert puts all its rows back; empty if it has none
 * @param obstacle why its rows cannot be put back one by one; empty if they can
 */
record ResetTable(long id, String name, boolean isScanned, Optional<Insert> insert, Optional<String> obstacle) {

    /**
     * The statement that puts all rows back.
     *
     * @param telling the same, and answers with their {@link RowVersions}
     */
    record Insert(String plain, String telling) {

        static Insert of(long table, String plain) {
            return new Insert(
                    plain,
                    "WITH inserted AS (\n%s\nRETURNING ctid, xmin)\nSELECT 'v', k, %s FROM (SELECT %s::int8 AS k, %s AS h FROM inserted) versions GROUP BY k"
                            .formatted(plain, RowVersions.AGGREGATE, table, RowVersions.hashed(table)));
        }
    }

    String versions() {
        return isScanned
                ? "SELECT %s::int8 AS k, %s AS h FROM ONLY %s".formatted(id, RowVersions.hashed(id), name)
                : "SELECT %s::int8 AS k, 0::int8 AS h FROM ONLY %s WHERE false".formatted(id, name);
    }

    String delete() {
        return "DELETE FROM ONLY " + name;
    }
}

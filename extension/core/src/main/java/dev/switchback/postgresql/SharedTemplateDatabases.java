package dev.switchback.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The databases that are shared templates. The name has who may share it, by a digest of the role and of the database in which its locks
 * are, and the digest of all that it is made of; a comment marks it as Switchback's and has the day of its last use. It has both from the
 * moment that it is there.
 *
 * @param session on the administrative database
 */
record SharedTemplateDatabases(Connection session) {

    private static final String MARK =
            "Switchback copies this template for tests and removes it after a week without use. Last used: ";

    private static final int MOST = 16;
    private static final int MOST_DAYS = 7;

    /** The database of a name, as seen by a run. */
    enum State {
        ABSENT,
        WHOLE,
        OF_SOMEBODY_ELSE
    }

    /** The beginning of the names of those that this role shares through this database. */
    String prefix() throws SQLException {
        return ask("SELECT 'switchback_shared_' || left(md5(current_database() || '/' || current_user), 8) || '_'");
    }

    State state(String name) throws SQLException {
        String sql =
                """
                SELECT NOT datallowconn AND pg_get_userbyid(datdba) = current_user
                       AND starts_with(coalesce(shobj_description(oid, 'pg_database'), ''), ?)
                  FROM pg_database WHERE datname = ?
                """;
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setString(1, MARK);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return !row.next() ? State.ABSENT : row.getBoolean(1) ? State.WHOLE : State.OF_SOMEBODY_ELSE;
            }
        }
    }

    /** Notes that a database is of use today. Once a day is enough, since it waits for copies that others make. */
    void noteUse(String name) throws SQLException {
        String comment = MARK + ask("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')");
        try (PreparedStatement statement = session.prepareStatement(
                "SELECT shobj_description(oid, 'pg_database') = ? FROM pg_database WHERE datname = ?")) {
            statement.setString(1, comment);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    return;
                }
            }
        }
        try (Statement statement = session.createStatement()) {
            statement.execute(
                    "COMMENT ON DATABASE " + SqlName.quote(name) + " IS " + statement.enquoteLiteral(comment));
        }
    }

    /** Those that are to go: of no use for a week, or more than there may be, the last used first. */
    List<String> outdated() throws SQLException {
        String sql =
                """
                WITH shared AS (
                    SELECT datname, right(shobj_description(oid, 'pg_database'), 10) AS used, oid
                      FROM pg_database
                     WHERE starts_with(datname, ?) AND NOT datallowconn AND pg_get_userbyid(datdba) = current_user
                       AND starts_with(coalesce(shobj_description(oid, 'pg_database'), ''), ?))
                SELECT datname
                  FROM (SELECT datname, used, row_number() OVER (ORDER BY used DESC, oid DESC) AS place FROM shared) s
                 WHERE place > ? OR used < to_char((now() AT TIME ZONE 'UTC') - ? * interval '1 day', 'YYYY-MM-DD')
                """;
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setString(1, prefix());
            statement.setString(2, MARK);
            statement.setInt(3, MOST);
            statement.setInt(4, MOST_DAYS);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

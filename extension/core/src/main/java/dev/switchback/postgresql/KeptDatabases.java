package dev.switchback.postgresql;

import dev.switchback.provision.KeptDatabase;
import dev.switchback.provision.KeptServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Databases that outlive their run. When one was made is in its name, which no sweep of dead owners' databases fits. */
final class KeptDatabases {

    private static final String PREFIX = "switchback_kept_";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern HOST_AND_PORT = Pattern.compile("//([^:/?,]*)(?::(\\d+))?");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private KeptDatabases() {}

    /** @param owner the prefix of the names of its owner's databases */
    static String newName(String owner) {
        return PREFIX + MOMENT.format(Instant.now()) + owner.replace("switchback", "") + COUNT.incrementAndGet();
    }

    /** Those that are more than a day old by the server's clock, and the session's role may drop. */
    static List<String> outdated(Connection connection) throws SQLException {
        String sql =
                """
                SELECT datname
                  FROM pg_database
                 WHERE datname ~ '^switchback_kept_[0-9]{14}_[0-9a-f]{8}_[0-9]+$'
                   AND pg_has_role(datdba, 'USAGE')
                   AND substr(datname, 17, 14)
                       < to_char((now() AT TIME ZONE 'UTC') - interval '1 day', 'YYYYMMDDHH24MISS')
                """;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    static KeptDatabase describe(String name, String user, PostgresUrl url, KeptServer server) {
        Matcher address = HOST_AND_PORT.matcher(url.server());
        String place = !address.find()
                ? ""
                : (address.group(1).isEmpty() ? "" : " -h " + address.group(1))
                        + (address.group(2) == null ? "" : " -p " + address.group(2));
        String role = user.isEmpty() ? "" : " -U " + user;
        String psql = "psql" + place + role;
        String password =
                server.passwordFile().map(file -> "PGPASSFILE='" + file + "' ").orElse("");
        String drop = psql + " -d postgres -c 'DROP DATABASE " + name + " WITH (FORCE)'";
        return new KeptDatabase(
                name,
                url.database(name),
                user,
                password + psql + " -d " + name,
                server.removal().orElse(drop));
    }
}

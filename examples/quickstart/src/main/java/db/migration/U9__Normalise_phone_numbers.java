package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.Context;

/** Gives the phone numbers back as people typed them. A plain class: Flyway's base class refuses the prefix U. */
public final class U9__Normalise_phone_numbers {

    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String table : new String[] {"customer", "supplier"}) {
                statement.execute("update " + table + " set phone = phone_as_entered");
                statement.execute("alter table " + table + " drop column phone_as_entered");
            }
        }
    }
}

package db.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Writes every phone number as E.164 does, {@code +442079460018}, and keeps what people typed. */
public final class V9__Normalise_phone_numbers extends BaseJavaMigration {

    private static final String HOME = "+44";

    @Override
    public void migrate(Context context) throws SQLException {
        normalise(context.getConnection(), "customer");
        normalise(context.getConnection(), "supplier");
    }

    private static void normalise(Connection connection, String table) throws SQLException {
        try (Statement ddl = connection.createStatement()) {
            ddl.execute("alter table " + table + " add column phone_as_entered text");
            ddl.execute("update " + table + " set phone_as_entered = phone where phone is not null");
        }
        String phones = "select distinct phone_as_entered from " + table + " where phone_as_entered is not null";
        String update = "update " + table + " set phone = ? where phone_as_entered = ?";
        try (var query = connection.createStatement();
                ResultSet entered = query.executeQuery(phones);
                var batch = connection.prepareStatement(update)) {
            while (entered.next()) {
                batch.setString(1, e164(entered.getString(1)));
                batch.setString(2, entered.getString(1));
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    static String e164(String entered) {
        String digits = entered.replaceAll("\\D", "");
        if (entered.strip().startsWith("+")) {
            return "+" + digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        return digits.startsWith("0") ? HOME + digits.substring(1) : HOME + digits;
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;
import java.util.function.Function;

/**
 * A database at the newest version.
 *
 * @param whyNot why it does not; empty if it does
 */
public record HeadDatabase(Database database, List<Finding> whyNot) {

    /** Makes one; the database is the caller's to close. */
    public static HeadDatabase make(Server server, Function<Database, List<Finding>> migrate) {
        Database made = server.create();
        boolean finished = false;
        try {
            HeadDatabase head = new HeadDatabase(made, migrate.apply(made));
            finished = true;
            return head;
        } finally {
            if (!finished) {
                made.close();
            }
        }
    }
}

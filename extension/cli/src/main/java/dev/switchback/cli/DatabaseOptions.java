package dev.switchback.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Parameters;

/** The database of a command, by its URL. */
final class DatabaseOptions {

    static final String PREFIX = "SWITCHBACK";

    @Parameters(
            arity = "0..1",
            paramLabel = "JDBC-URL",
            description = "The database; by default that of SWITCHBACK_URL.")
    private @Nullable String url;

    PGSimpleDataSource source(Environment environment) {
        String named = Optional.ofNullable(url)
                .or(() -> environment.value(PREFIX + "_URL"))
                .orElseThrow(() ->
                        CommandException.wrongUse("No database is named. Give its JDBC URL, or set SWITCHBACK_URL."));
        return Credentials.database(named, PREFIX, environment);
    }
}

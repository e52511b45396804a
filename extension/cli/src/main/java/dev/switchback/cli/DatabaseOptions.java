package dev.switchback.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The database of a command, by its URL. */
final class DatabaseOptions {

    static final String PREFIX = "SWITCHBACK";

    @Parameters(
            arity = "0..1",
            paramLabel = "JDBC-URL",
            description = "The database; by default that of SWITCHBACK_URL.")
    private @Nullable String url;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    PGSimpleDataSource source() {
        Environment environment = Environment.of(command);
        String named = Optional.ofNullable(url)
                .or(() -> environment.value(PREFIX + "_URL"))
                .orElseThrow(() ->
                        CommandException.wrongUse("No database is named. Give its JDBC URL, or set SWITCHBACK_URL."));
        return Credentials.database(named, PREFIX, environment);
    }
}

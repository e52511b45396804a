package dev.switchback.cli;

import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The user and the password of a database: from the environment, because the arguments of a program are seen by everybody on the
 * machine.
 */
final class Credentials {

    private static final Pattern IN_URL =
            Pattern.compile("(?i)([?&][^=&]*password=)[^&\\s]*|(://[^/@:\\s]*:)[^/@\\s]*(?=@)");

    private Credentials() {}

    /**
     * The database of a JDBC URL.
     *
     * @param prefix of the two variables: {@code SWITCHBACK} for {@code SWITCHBACK_USER} and {@code SWITCHBACK_PASSWORD}
     */
    static PGSimpleDataSource database(String url, String prefix, Environment environment) {
        check(url, prefix);
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setURL(url);
        } catch (IllegalArgumentException e) {
            throw notAUrl(url);
        }
        environment.value(prefix + "_USER").ifPresent(database::setUser);
        environment.value(prefix + "_PASSWORD").ifPresent(database::setPassword);
        return database;
    }

    /** Refuses a URL with a password in it. */
    static void check(String url, String prefix) {
        if (!hidden(url).equals(url)) {
            throw CommandException.wrongUse("There is a password in this URL, and everybody on this machine can see the"
                    + " arguments of a program: " + hidden(url) + "\nSet the environment variable " + prefix
                    + "_PASSWORD instead.");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw notAUrl(url);
        }
    }

    private static CommandException notAUrl(String url) {
        return CommandException.wrongUse("Not the JDBC URL of a database of PostgreSQL: " + url
                + ". One is jdbc:postgresql://localhost:5432/shop");
    }

    /** The text without passwords of URLs. */
    static String hidden(String text) {
        return IN_URL.matcher(text).replaceAll("$1$2***");
    }
}

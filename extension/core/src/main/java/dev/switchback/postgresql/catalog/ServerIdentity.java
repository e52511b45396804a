package dev.switchback.postgresql.catalog;

import dev.switchback.schema.SchemaException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells PostgreSQL from servers that speak its protocol and have other catalogs: to the driver they are all the same. */
final class ServerIdentity {

    /** Those that call themselves PostgreSQL first and by their own name later. */
    private static final Pattern LATER =
            Pattern.compile("Redshift|-YB-|Greenplum|Cloudberry|Materialize|QuestDB|RisingWave");

    private ServerIdentity() {}

    /**
     * Refuses another product.
     *
     * @param version what the server answers to {@code select version()}
     */
    static void check(String version) {
        Matcher later = LATER.matcher(version);
        String name = later.find() ? later.group() : version.split("[ ,/]", 2)[0];
        if (!name.equals(PostgresCatalogReader.PRODUCT)) {
            throw new SchemaException(
                    """
                    The schema cannot be read: the server speaks PostgreSQL's protocol, but it is %s, and its catalogs are others.

                      %s

                    Supported is PostgreSQL from version %s on."""
                            .formatted(
                                    name.equals("-YB-") ? "YugabyteDB" : name, version, PostgresCatalogReader.OLDEST));
        }
    }
}

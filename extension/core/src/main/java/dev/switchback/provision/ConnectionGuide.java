package dev.switchback.provision;

import static java.util.stream.Collectors.joining;

import dev.switchback.product.Products;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The way to a server of one product, for messages.
 *
 * @param urlPrefix the beginning of its JDBC URLs, such as {@code jdbc:postgresql:}
 * @param exampleUrl the URL of an administrative database, such as {@code jdbc:postgresql://localhost:5432/postgres}
 * @param driver group and artifact of its JDBC driver, such as {@code org.postgresql:postgresql}
 * @param embedded the artifact of Switchback that brings an embedded server, such as {@code switchback-embedded-postgres},
 *     if there is one
 */
public record ConnectionGuide(String urlPrefix, String exampleUrl, String driver, Optional<String> embedded) {

    /** Which URLs can be used, a line for each product on the class path. */
    static String supportedUrls() {
        return forEach((product, guide) -> product + " is supported: its URLs begin with " + guide.urlPrefix, "\n");
    }

    /** The drivers of all products on the class path. */
    static String drivers() {
        return forEach((product, guide) -> "for " + product + " " + guide.driver, ", ");
    }

    /** Examples of the URLs of all products on the class path. */
    static String exampleUrls() {
        return forEach((product, guide) -> guide.exampleUrl, " or ");
    }

    /** How to add an embedded server, for each product on the class path that has one. */
    static String embeddedServers() {
        return forEach(
                (product, guide) -> guide.embedded
                        .map(artifact -> EMBEDDED.formatted(product, artifact))
                        .orElse(""),
                "");
    }

    private static String forEach(BiFunction<String, ConnectionGuide, String> text, String separator) {
        return Products.installed().parts(ServerProduct.class).entrySet().stream()
                .flatMap(server -> server.getValue().guide().map(guide -> text.apply(server.getKey(), guide)).stream())
                .collect(joining(separator));
    }

    private static final String EMBEDDED =
            """
            Add one as a test dependency. For an embedded %1$s, with Maven:

              <dependency>
                <groupId>dev.switchback</groupId>
                <artifactId>%2$s</artifactId>
                <version>...</version>
                <scope>test</scope>
              </dependency>

            or with Gradle:

              testImplementation("dev.switchback:%2$s:...")

            """;
}

package dev.switchback.spring;

import dev.switchback.provision.Database;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The parameters of an application's JDBC URL that say how its sessions are, such as {@code currentSchema}: they hold on the test
 * database, too. Those that say which server it is and how it is reached are left out.
 */
record SessionParameters(Map<String, String> values) {

    private static final SessionParameters NONE = new SessionParameters(Map.of());

    /** Beginnings of names. */
    private static final List<String> SECURITY = List.of("ssl", "gss", "jaas", "kerberos", "sspi", "socketfactory");

    private static final Set<String> ADDRESS = Set.of(
            "user",
            "password",
            "authenticationpluginclassname",
            "channelbinding",
            "hostrecheckseconds",
            "loadbalancehosts",
            "localsocketaddress",
            "pgdbname",
            "pghost",
            "pgport",
            "requireauth",
            "service",
            "spnserviceclass",
            "targetservertype",
            "usespnego");

    SessionParameters {
        values = Map.copyOf(values);
    }

    /** Those of the first of these properties that is set; a placeholder in it may be without a value where a test runs. */
    static SessionParameters of(ConfigurableEnvironment environment, Database database, String... properties) {
        return Stream.of(properties)
                .filter(environment::containsProperty)
                .findFirst()
                .map(property -> of(environment.resolvePlaceholders("${" + property + "}"), database))
                .orElse(NONE);
    }

    /** Those of a URL but for those that the database's own has; none if it is absent, or of another product than the database. */
    static SessionParameters of(@Nullable String url, Database database) {
        if (url == null || !product(url).equals(product(database.url()))) {
            return NONE;
        }
        Map<String, String> values = parameters(url);
        values.keySet().removeIf(name -> !isOfSession(name.toLowerCase(Locale.ROOT)));
        values.keySet().removeAll(parameters(database.url()).keySet());
        return new SessionParameters(values);
    }

    private static Map<String, String> parameters(String url) {
        Map<String, String> values = new TreeMap<>();
        for (String parameter :
                url.contains("?") ? url.substring(url.indexOf('?') + 1).split("&") : new String[0]) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2) {
                values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static String product(String url) {
        return url.replaceFirst("^(jdbc:[^:]*:).*", "$1");
    }

    private static boolean isOfSession(String name) {
        return !ADDRESS.contains(name) && SECURITY.stream().noneMatch(name::startsWith);
    }

    /** The database's URL with them. */
    String addedTo(Database database) {
        String url = database.url();
        return values.isEmpty()
                ? url
                : new TreeMap<>(values)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", url + (url.contains("?") ? "&" : "?"), ""));
    }
}

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
import org.jspecify.annotations.Nullable;

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

    /** Those of a URL; none if it is absent, or of another product than the database. */
    static SessionParameters of(@Nullable String url, Database database) {
        if (url == null || !product(url).equals(product(database.url())) || !url.contains("?")) {
            return NONE;
        }
        Map<String, String> values = new TreeMap<>();
        for (String parameter : url.substring(url.indexOf('?') + 1).split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && isOfSession(parts[0].toLowerCase(Locale.ROOT))) {
                values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return new SessionParameters(values);
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

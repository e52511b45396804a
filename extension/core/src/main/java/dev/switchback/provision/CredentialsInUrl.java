package dev.switchback.provision;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters {@code user} and {@code password} of a JDBC URL, taken out of it: URLs are printed, passwords are not.
 *
 * @param url the URL without them
 */
record CredentialsInUrl(String url, String user, String password) {

    static CredentialsInUrl in(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return new CredentialsInUrl(url, "", "");
        }
        String user = "";
        String password = "";
        List<String> others = new ArrayList<>();
        for (String parameter : url.substring(query + 1).split("&")) {
            if (parameter.startsWith("user=")) {
                user = decode(parameter);
            } else if (parameter.startsWith("password=")) {
                password = decode(parameter);
            } else {
                others.add(parameter);
            }
        }
        String rest = others.isEmpty() ? "" : "?" + String.join("&", others);
        return new CredentialsInUrl(url.substring(0, query) + rest, user, password);
    }

    /** The URL as it is printed: without the values of the parameters that it must keep, such as {@code sslpassword}. */
    static String hidden(String url) {
        return url.replaceAll("(?i)([?&][^=&]*password=)[^&]*", "$1***");
    }

    private static String decode(String parameter) {
        return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return hidden(url);
    }
}

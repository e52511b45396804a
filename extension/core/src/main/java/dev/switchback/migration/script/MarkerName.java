package dev.switchback.migration.script;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Names as the markers of a script are to have them: in quotes unless they are small letters, digits and underscores. */
@API(status = API.Status.INTERNAL)
public final class MarkerName {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private MarkerName() {}

    /** One name. */
    public static String of(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name of a table with its schema before the first dot. */
    public static String ofTable(String qualified) {
        int dot = qualified.indexOf('.');
        return dot < 0 ? of(qualified) : of(qualified.substring(0, dot)) + "." + of(qualified.substring(dot + 1));
    }
}

package dev.switchback.migration.script;

import dev.switchback.migration.Migration;
import dev.switchback.text.NearestName;
import java.util.List;

/** The message about a version that no migration has: which one was probably meant. */
public final class UnknownVersion {

    private final List<String> versions;

    private UnknownVersion(List<String> versions) {
        this.versions = versions;
    }

    /** Among these versions, of which the last is the newest. */
    public static UnknownVersion among(List<String> versions) {
        return new UnknownVersion(List.copyOf(versions));
    }

    public static UnknownVersion in(List<Migration> migrations) {
        return among(migrations.stream().map(Migration::version).toList());
    }

    /** The end of a sentence: {@code but no migration has it; did you mean 12? The newest is 19.} */
    public String text(String version) {
        if (versions.isEmpty()) {
            return "but there is no migration.";
        }
        return "but no migration has it; did you mean %s? The newest is %s."
                .formatted(nearest(version), versions.get(versions.size() - 1));
    }

    private String nearest(String version) {
        return NearestName.nearest(version, versions).orElseThrow();
    }
}

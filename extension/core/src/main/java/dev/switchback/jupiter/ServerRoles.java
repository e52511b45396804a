package dev.switchback.jupiter;

import dev.switchback.provision.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The roles of one server while tests run on it. They are no database's, so what a test does to them is there for all others; it is
 * noticed when the test ends, and roles that are new are dropped where no other test can have come to need them.
 */
final class ServerRoles {

    private final Server server;
    private @Nullable Map<String, String> known;
    private String lastClass = "";
    private int tests;
    private int migrations;

    ServerRoles(Server server) {
        this.server = server;
    }

    /** A test of a class begins. What has changed between classes, while no test ran, was none. */
    synchronized void begin(String testClass) {
        boolean isFirst = tests++ == 0 && !testClass.equals(lastClass);
        lastClass = testClass;
        if (isFirst || known == null) {
            known = migrations == 0 ? server.roles() : null;
        }
    }

    /** Runs the migration of a template: the roles that change meanwhile are its. */
    void migrate(Runnable migration) {
        count(1);
        try {
            migration.run();
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int more) {
        migrations += more;
        known = null;
    }

    /** A test has ended, and so has its database: the changes since the last one did, a line each; empty if there are none. */
    synchronized Optional<String> end() {
        boolean isAlone = --tests == 0;
        Map<String, String> before = known;
        if (before == null) {
            return Optional.empty();
        }
        Map<String, String> now = server.roles();
        known = now;
        if (now.equals(before)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        new TreeMap<>(now).forEach((role, state) -> {
            String earlier = before.get(role);
            if (earlier == null) {
                boolean isDropped = isAlone && server.dropRole(role);
                lines.add("  + " + role + (isDropped ? ", which was dropped after it" : ", which stays"));
            } else if (!state.equals(earlier)) {
                lines.add("  ~ " + role + ": " + shown(earlier) + " -> " + shown(state));
            }
        });
        new TreeSet<>(before.keySet())
                .stream().filter(role -> !now.containsKey(role)).forEach(role -> lines.add("  - " + role));
        known = null;
        return Optional.of(String.join("\n", lines) + (isAlone ? "" : "\n\nOther tests ran at the same time."));
    }

    private static String shown(String state) {
        return state.isEmpty() ? "nothing" : state;
    }
}

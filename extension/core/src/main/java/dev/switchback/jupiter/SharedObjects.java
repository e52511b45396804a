package dev.switchback.jupiter;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The roles of one server, and what else is no database's, while tests run on it. What a test does to them is there for all others; it
 * is noticed when the test ends, and roles that are new are dropped where no other test can have come to need them.
 */
final class SharedObjects {

    private final Server server;
    private final Runnable dropsUnused;
    private @Nullable ServerState known;
    private String lastClass = "";
    private int tests;
    private int migrations;

    /** @param dropsUnused drops databases that no test will have again, whose rights may be those of a role */
    SharedObjects(Server server, Runnable dropsUnused) {
        this.server = server;
        this.dropsUnused = dropsUnused;
    }

    /** A test of a class begins. What has changed between classes, while no test ran, was none. */
    synchronized void begin(String testClass) {
        boolean isFirst = tests++ == 0 && !testClass.equals(lastClass);
        lastClass = testClass;
        if (isFirst || known == null) {
            known = migrations == 0 ? server.state() : null;
        }
    }

    /** Runs the migration of a template: what changes meanwhile is its. */
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
        ServerState earlier = known;
        if (earlier == null) {
            return Optional.empty();
        }
        ServerState later = server.state();
        known = later;
        Map<String, String> before = earlier.all();
        Map<String, String> now = later.all();
        if (now.equals(before)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        now.forEach((name, state) -> {
            String old = before.get(name);
            if (old == null) {
                boolean isDropped =
                        isAlone && ServerState.role(name).filter(this::drops).isPresent();
                lines.add("  + " + name + (isDropped ? ", which was dropped after it" : ", which stays"));
            } else if (!state.equals(old)) {
                lines.add("  ~ " + name + ": " + shown(old) + " -> " + shown(state));
            }
        });
        before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> lines.add("  - " + name));
        known = null;
        return Optional.of(String.join("\n", lines) + (isAlone ? "" : "\n\nOther tests ran at the same time."));
    }

    private boolean drops(String role) {
        if (server.dropRole(role)) {
            return true;
        }
        dropsUnused.run();
        return server.dropRole(role);
    }

    private static String shown(String state) {
        return state.isEmpty() ? "nothing" : state;
    }
}

package dev.switchback.lint;

import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the migrations that wait for strong locks with no end, which is one remark and not a finding for each. */
final class LockTimeouts {

    private static final int NAMES = 5;

    private final List<String> without = new ArrayList<>();
    private int with;

    void count(MigrationEffects migration) {
        List<StatementEffects> waiting = migration.statements().stream()
                .filter(statement ->
                        statement.old().anyMatch(table -> table.taken().stopsWrites()))
                .toList();
        if (waiting.stream().anyMatch(statement -> !statement.hasLockTimeout())) {
            without.add(migration.migration().script());
        } else if (!waiting.isEmpty()) {
            with++;
        }
    }

    /** One sentence about all of them; empty if there is nothing to say. */
    Optional<String> remark(String remedy) {
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String which = with == 0
                ? "No migration that locks existing tables limits"
                : "%d of %d migrations that lock existing tables do not limit"
                        .formatted(without.size(), without.size() + with);
        String names = with == 0
                ? ""
                : " (%s%s)"
                        .formatted(
                                String.join(", ", without.subList(0, Math.min(NAMES, without.size()))),
                                without.size() > NAMES ? ", ..." : "");
        return Optional.of(
                "%s how long it waits for them%s: while a statement waits, everybody who comes after it waits, too. Set it once for all of them, such as with Flyway's initSql: %s"
                        .formatted(which, names, remedy));
    }
}

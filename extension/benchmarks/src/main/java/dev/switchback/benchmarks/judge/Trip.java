package dev.switchback.benchmarks.judge;

import dev.switchback.benchmarks.client.Psql;
import dev.switchback.provision.Database;
import java.io.IOException;
import java.util.Optional;

/**
 * One way of a step down and up again, from where its migration has run.
 *
 * @param error what a script said that failed
 * @param down what the undo left; nothing if it failed
 * @param again what the migration gave the second time; nothing if it failed
 */
record Trip(Optional<String> error, Optional<Dump> down, Optional<Dump> again) {

    /** @param before what was there before the migration; sequences go back there, as no undo can put them back */
    static Trip on(Database database, Step step, Dump before) throws IOException {
        Optional<String> failure = step.runUndo(database);
        if (failure.isPresent()) {
            return new Trip(failure, Optional.empty(), Optional.empty());
        }
        Dump down = Dump.of(database);
        putBack(database, before, down);
        Optional<String> second = step.runUp(database);
        return new Trip(
                second, Optional.of(down), second.isPresent() ? Optional.empty() : Optional.of(Dump.of(database)));
    }

    private static void putBack(Database database, Dump before, Dump down) throws IOException {
        String positions = before.positions();
        if (!positions.equals(down.positions()) && !positions.isEmpty()) {
            // A sequence that the undo did not bring back is a difference already.
            Psql.statements(database, positions);
        }
    }
}

package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.List;
import java.util.Set;

/** Judges triggers and rules that no longer do what they did. A new one, or what one does, is not judged. */
final class TriggerJudge {

    private static final Set<String> RUNNING = Set.of("", "always");

    private final CompatibilityContext judgement;

    TriggerJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Removed removed) {
            return judgement.goesWithItsParent(change.name()) || hasAnotherName(removed.object())
                    ? NONE
                    : idle(change, "is gone");
        }
        return change instanceof Changed changed
                        && changed.attribute().equals("enabled")
                        && RUNNING.contains(changed.from())
                        && !RUNNING.contains(changed.to())
                ? idle(change, "is disabled")
                : NONE;
    }

    private static List<Breach> idle(Change change, String what) {
        return breach(change, Sort.GONE, "%s: what it did when the previous version writes is not done.", what);
    }

    /** Whether it is there under another name, which cannot be proved between two databases. */
    private boolean hasAnotherName(SchemaObject trigger) {
        return judgement.has(trigger.name(), Set.of(trigger.kind())).anyMatch(other -> nameless(other)
                .equals(nameless(trigger)));
    }

    private static String nameless(SchemaObject trigger) {
        return trigger.definition().replaceFirst("(TRIGGER|RULE) (\"(?:[^\"]|\"\")*\"|\\S+)", "$1");
    }
}

package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.List;
import java.util.Set;

/** Judges policies of tables whose row security is on. */
final class PolicyJudge {

    private static final String RESTRICTIVE = "restrictive";

    private final CompatibilityContext judgement;

    PolicyJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (judgement.comesWithItsParent(change.name()) || judgement.goesWithItsParent(change.name())) {
            return NONE;
        } else if (change instanceof Added added) {
            return isRestrictive(added.object()) && isOn(added.object()) && !existed(added.object())
                    ? breach(
                            change,
                            Sort.NARROWED,
                            "is new and restrictive: rows that it does not allow are hidden and refused.")
                    : NONE;
        } else if (change instanceof Removed removed) {
            return isRestrictive(removed.object()) || !isOn(removed.object()) || exists(removed.object())
                    ? NONE
                    : breach(change, Sort.NARROWED, "is gone: rows that only it allowed are hidden and refused.");
        } else if (change instanceof Changed changed) {
            return changed.attribute().equals("comment") || !isOn(changed.after())
                    ? NONE
                    : breach(
                            change,
                            Sort.CHANGED,
                            "is another one (%s): whether it allows fewer rows cannot be told from its text.",
                            changed.attribute());
        }
        return NONE;
    }

    private boolean isOn(SchemaObject policy) {
        return judgement
                .relation(policy.name().qualifiedParent())
                .filter(table -> table.attribute("row security").contains("enabled"))
                .isPresent();
    }

    private boolean existed(SchemaObject policy) {
        return judgement.had(policy.name(), Set.of(policy.kind())).anyMatch(other -> other.definition()
                .equals(policy.definition()));
    }

    private boolean exists(SchemaObject policy) {
        return judgement.has(policy.name(), Set.of(policy.kind())).anyMatch(other -> other.definition()
                .equals(policy.definition()));
    }

    private static boolean isRestrictive(SchemaObject policy) {
        return policy.attribute("mode").equals(RESTRICTIVE);
    }
}

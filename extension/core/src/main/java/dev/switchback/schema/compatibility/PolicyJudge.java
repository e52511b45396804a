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
                    ? less(change, added.object(), "is new and restrictive: rows that it does not allow are %s.")
                    : NONE;
        } else if (change instanceof Removed removed) {
            return isRestrictive(removed.object()) || !isOn(removed.object()) || exists(removed.object())
                    ? NONE
                    : less(change, removed.object(), "is gone: rows that only it allowed are %s.");
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

    /** A policy without USING is about what is written alone. */
    private static List<Breach> less(Change change, SchemaObject policy, String rest) {
        return policy.attribute("using").isEmpty()
                ? breach(change, Sort.NARROWED, rest, "refused")
                : breach(change, Sort.HIDDEN, rest, "hidden and refused");
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

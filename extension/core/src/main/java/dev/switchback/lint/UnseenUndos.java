package dev.switchback.lint;

import dev.switchback.lint.effect.UndoEffects;
import dev.switchback.lint.effect.UndoEffects.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Keeps the undos that could not be looked at, which are remarks and not findings. */
final class UnseenUndos {

    private final List<String> outside = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    void count(UndoEffects undo) {
        if (undo.outcome() != Outcome.SEEN) {
            (undo.outcome() == Outcome.FAILED ? failed : outside).add(FilePaths.last(undo.file()));
        }
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!outside.isEmpty()) {
            remarks.add(
                    "Not judged, because they run outside a transaction, or end it themselves, and cannot be tried and taken back: %s."
                            .formatted(String.join(", ", outside)));
        }
        if (!failed.isEmpty()) {
            remarks.add("Not judged, because they fail right behind their migrations: %s. The round trip says why."
                    .formatted(String.join(", ", failed)));
        }
        return remarks;
    }
}

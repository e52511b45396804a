package dev.switchback.migration.roundtrip;

import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.EditedScript;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.migration.script.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tries suggested SQL where it is to be put: through Flyway, behind what the undo holds, on a copy. Where that does not work as
 * the SQL is, another form of it may.
 */
final class FixTrial {

    private static final String NO_TRANSACTION = "executeInTransaction=false";

    private final PlaceholderText placeholders;
    private final RoundTripContext context;
    private final Predicate<SnapshotDiff> holds;

    /**
     * Prepares trials.
     *
     * @param holds whether what is left when the undo has run does not matter
     */
    FixTrial(PlaceholderText placeholders, RoundTripContext context, Predicate<SnapshotDiff> holds) {
        this.placeholders = placeholders;
        this.context = context;
        this.holds = holds;
    }

    /** Statements, the lines of configuration that they need, and why they are as they are. */
    private record Form(List<String> statements, List<String> configuration, Optional<String> advice) {

        Form with(List<String> others, String why) {
            return new Form(others, configuration, Optional.of(why));
        }
    }

    /** The form in which a fix works at the end of an undo. */
    PlacedFix added(SecondRun second, ScriptPair pair, SuggestedFix fix, Script.Sql undo) {
        boolean isOpen = ScriptText.endsWithinStatement(undo.text());
        SuggestedFix whole = new SuggestedFix(fix.file(), fix.statements(), fix.notRestored(), isOpen);
        PlacedFix placed = placed(second, pair, whole, Optional.of(undo), undo.text() + "\n");
        return isOpen
                ? noted(placed, "Its first semicolon ends the last statement of " + name(fix) + ", which has none.")
                : placed;
    }

    /** The form in which a fix works as an undo. */
    PlacedFix alone(SecondRun second, ScriptPair pair, SuggestedFix fix, Optional<Script.Sql> instead) {
        return placed(second, pair, fix, instead, "");
    }

    private PlacedFix placed(
            SecondRun second, ScriptPair pair, SuggestedFix fix, Optional<Script.Sql> undo, String before) {
        String path = undo.map(script -> script.resource().getRelativePath()).orElse(pair.undoName());
        String configuration = undo.map(placeholders::configurationOf).orElse("");
        Optional<String> refusal = Optional.empty();
        for (Form form : forms(fix, undo, before)) {
            SuggestedFix formed =
                    new SuggestedFix(fix.file(), form.statements(), fix.notRestored(), fix.endsStatement());
            Script edited = new Script.Sql(EditedScript.of(
                    path, before + formed.script(), configuration + "\n" + String.join("\n", form.configuration())));
            Optional<String> failure = failure(second, pair.with(edited));
            if (failure.isEmpty()) {
                return new PlacedFix(formed, form.advice().stream().toList(), form.configuration());
            }
            refusal = refusal.isEmpty() ? failure : refusal;
        }
        return new PlacedFix(
                fix,
                List.of("It works in a session of its own, but not %s: %s"
                        .formatted(
                                before.isBlank() ? "through Flyway" : "at the end of " + name(fix),
                                refusal.orElse(""))),
                List.of());
    }

    /** Why an undo does not do what it should; empty if it does. */
    private Optional<String> failure(SecondRun second, ScriptPair pair) {
        try (SecondRun trial = second.upAndDown(pair)) {
            Optional<SnapshotDiff> left = trial.left();
            return left.isPresent()
                    ? left.filter(holds.negate()).map(diff -> "the schema is another one then")
                    : trial.failure()
                            .map(PhaseFailure::error)
                            .map(error -> error.message().lines().findFirst().orElse(""));
        }
    }

    private List<Form> forms(SuggestedFix fix, Optional<Script.Sql> undo, String before) {
        List<Form> forms = new ArrayList<>();
        Form plain = new Form(fix.statements(), List.of(), Optional.empty());
        String prefix = context.configuration().getPlaceholderPrefix();
        if (placeholders.change(fix, undo.map(script -> script))) {
            if (before.contains(prefix)) {
                plain = plain.with(
                        assembled(fix.statements(), prefix),
                        "Flyway takes %s for a placeholder, and %s has some: so that text is put together when it runs."
                                .formatted(prefix, name(fix)));
            } else {
                plain = new Form(
                        fix.statements(), List.of(PlaceholderText.OFF), Optional.of(placeholders.advice(fix.file())));
            }
        }
        forms.add(plain);
        forms.add(new Form(
                plain.statements(),
                MergedSteps.all(plain.configuration(), List.of(NO_TRANSACTION)),
                Optional.of(plain.advice().map(advice -> advice + "\n  ").orElse("")
                        + "Flyway runs a part of the script outside a transaction: write %s into %s.conf beside it."
                                .formatted(NO_TRANSACTION, name(fix)))));
        List<String> statements = plain.statements();
        context.dialect()
                .scripts()
                .resetRole()
                .ifPresent(reset -> forms.add(forms.get(0)
                        .with(
                                MergedSteps.all(List.of(reset), statements),
                                name(fix) + " goes on as another role: so " + reset + " stands in front.")));
        List<String> texts = assembled(fix.statements(), "");
        if (!texts.equals(fix.statements())) {
            forms.add(forms.get(0).with(texts, "Flyway cuts such a statement in two: so it is run from a text."));
        }
        return forms;
    }

    /** All statements in which something stands, put together when they run; where the language can. */
    private List<String> assembled(List<String> statements, String avoided) {
        return statements.stream()
                .map(statement -> statement.contains(avoided.isEmpty() ? ";" : avoided)
                        ? context.dialect()
                                .scripts()
                                .assembled(statement, avoided)
                                .orElse(statement)
                        : statement)
                .toList();
    }

    private static PlacedFix noted(PlacedFix placed, String advice) {
        return new PlacedFix(placed.fix(), MergedSteps.all(List.of(advice), placed.advice()), placed.configuration());
    }

    private static String name(SuggestedFix fix) {
        return ScriptPath.fileName(fix.file());
    }
}

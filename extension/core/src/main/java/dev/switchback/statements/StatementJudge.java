package dev.switchback.statements;

import dev.switchback.schema.compatibility.ColumnTypes;
import dev.switchback.statements.StatementFindingText.Side;
import dev.switchback.statements.Trial.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares what became of statements on one schema and another. */
final class StatementJudge {

    private final List<SchemaState> states;
    private final ColumnTypes types;
    private final List<StatementFinding> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param states the old schema first */
    StatementJudge(List<SchemaState> states, ColumnTypes types) {
        this.states = List.copyOf(states);
        this.types = types;
    }

    List<StatementFinding> findings() {
        return findings;
    }

    List<String> remarks() {
        return remarks.stream().distinct().toList();
    }

    /** Judges the statements of the previous version, which are made for the old schema. */
    void previous(List<ApplicationStatement> statements) {
        requirePrepared(statements, first(), "the previous version");
        statements.forEach(statement -> calls(statement, first(), call -> previous(statement, call)));
    }

    /** Judges the statements of the new version, which are made for the new schema. */
    void next(List<ApplicationStatement> statements) {
        requirePrepared(statements, last(), "the new version");
        statements.forEach(statement -> calls(statement, last(), call -> next(statement, call)));
    }

    private SchemaState first() {
        return states.get(0);
    }

    private SchemaState last() {
        return states.get(states.size() - 1);
    }

    /** The first call that fails tells enough about its statement. */
    private void calls(ApplicationStatement statement, SchemaState own, Predicate<Integer> fails) {
        for (int call = 0; call < statement.calls().size(); call++) {
            remark(statement, own.trial(statement, call), own);
            if (fails.test(call)) {
                return;
            }
        }
    }

    private boolean previous(ApplicationStatement statement, int call) {
        List<Optional<StatementProblem>> problems = problems(statement, call, first());
        int end = states.size() - 1;
        Optional<StatementProblem> problem = problems.get(end);
        if (problem.isPresent()) {
            int since = end;
            while (since > 1 && problems.get(since - 1).equals(problem)) {
                since--;
            }
            add(Side.PREVIOUS, statement, call, problem.get(), since);
            return problem.get().fails();
        }
        for (int at = 1; at < end; at++) {
            Optional<StatementProblem> between = problems.get(at).filter(StatementProblem::fails);
            if (between.isPresent()) {
                add(Side.BETWEEN, statement, call, between.get().asNotice(), at);
                return false;
            }
        }
        return false;
    }

    private boolean next(ApplicationStatement statement, int call) {
        List<Optional<StatementProblem>> problems = problems(statement, call, last());
        Optional<StatementProblem> problem = problems.get(0);
        if (problem.isEmpty()) {
            return false;
        }
        int until = 1;
        while (until < states.size() - 1 && problems.get(until).isPresent()) {
            until++;
        }
        add(Side.NEXT, statement, call, problem.get(), until);
        return problem.get().fails();
    }

    private List<Optional<StatementProblem>> problems(ApplicationStatement statement, int call, SchemaState own) {
        return states.stream()
                .map(state -> StatementProblem.of(own.trial(statement, call), state.trial(statement, call), types))
                .toList();
    }

    private void add(Side side, ApplicationStatement statement, int call, StatementProblem problem, int at) {
        StatementFinding finding = new StatementFindingText(states, statement, call).of(side, problem, at);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void remark(ApplicationStatement statement, Trial trial, SchemaState own) {
        trial.refusedAt()
                .map(stage ->
                        "%s is only prepared, and not %s: on the schema of version %s, which it is made for, the server says: %s"
                                .formatted(
                                        statement.place(),
                                        stage == Stage.RUN ? "run" : "planned or run",
                                        own.migration().version(),
                                        trial.words()))
                .ifPresent(remarks::add);
    }

    private static void requirePrepared(List<ApplicationStatement> statements, SchemaState own, String whose) {
        List<String> refused = new ArrayList<>();
        for (ApplicationStatement statement : statements) {
            own.trials().getOrDefault(statement, List.of()).stream()
                    .filter(trial -> trial.refusedAt()
                            .filter(stage -> stage == Stage.PREPARE)
                            .isPresent())
                    .findFirst()
                    .ifPresent(trial -> refused.add(StatementFindingText.refused(statement, trial.words())));
        }
        if (!refused.isEmpty()) {
            throw new StatementException(
                    "Statements of %s are refused on the schema of version %s, which they are made for:\n\n%s\n\n%sCorrect the statements, or say with from and to for which versions they are made."
                            .formatted(
                                    whose,
                                    own.migration().version(),
                                    String.join("\n\n", refused),
                                    own.remark().isEmpty() ? "" : own.remark() + "\n\n"));
        }
    }
}

package dev.switchback.statements;

import dev.switchback.migration.Severity;
import dev.switchback.schema.compatibility.ColumnTypes;
import dev.switchback.statements.Trial.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a statement fares worse on one schema than on the one that it was made for.
 *
 * @param rule the id of what is wrong
 * @param words the server's words, or what the result has lost
 */
record StatementProblem(Rule rule, Severity severity, String words) {

    /** In which way. */
    enum Rule {
        /** The server does not prepare or plan it any more. */
        REFUSED("is refused"),
        /** It fails with the values of a call. */
        FAILS("fails with its values"),
        /** Its result is another one. */
        RESULT("gives another result");

        private final String verb;

        Rule(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }

    /** The problem of a trial; empty if it fares as well. */
    static Optional<StatementProblem> of(Trial own, Trial there, ColumnTypes types) {
        if (there.refusedAt().isPresent()) {
            Stage stage = there.refusedAt().get();
            boolean isRefusedAlready =
                    own.refusedAt().filter(known -> known.compareTo(stage) <= 0).isPresent();
            return isRefusedAlready
                    ? Optional.empty()
                    : Optional.of(new StatementProblem(
                            stage == Stage.RUN ? Rule.FAILS : Rule.REFUSED, Severity.FAIL, there.words()));
        }
        return result(own.columns(), there.columns(), types);
    }

    private static Optional<StatementProblem> result(
            List<ResultColumn> own, List<ResultColumn> there, ColumnTypes types) {
        List<String> failures = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Map<String, String> expected = byName(own);
        Map<String, String> found = byName(there);
        expected.forEach((name, type) -> {
            String now = found.get(name);
            if (now == null) {
                failures.add("column \"%s\" is not in the result".formatted(name));
            } else if (!now.equals(type)) {
                (types.holds(now, type) ? notices : failures)
                        .add("column \"%s\" of the result is %s instead of %s".formatted(name, now, type));
            }
        });
        found.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> notices.add("column \"%s\" of the result is there in addition".formatted(name)));
        if (failures.isEmpty() && notices.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatementProblem(
                Rule.RESULT,
                failures.isEmpty() ? Severity.NOTICE : Severity.FAIL,
                String.join("; ", failures.isEmpty() ? notices : failures)));
    }

    /** Columns of one name are told apart by their order. */
    private static Map<String, String> byName(List<ResultColumn> columns) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (ResultColumn column : columns) {
            String name = column.name();
            for (int i = 2; byName.containsKey(name); i++) {
                name = column.name() + " (" + i + ")";
            }
            byName.put(name, column.type());
        }
        return byName;
    }

    boolean fails() {
        return severity == Severity.FAIL;
    }

    StatementProblem asNotice() {
        return new StatementProblem(rule, Severity.NOTICE, words);
    }
}

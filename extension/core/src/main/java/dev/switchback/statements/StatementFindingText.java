package dev.switchback.statements;

import dev.switchback.migration.Migration;
import dev.switchback.schema.compatibility.Breach;
import dev.switchback.statements.StatementProblem.Rule;
import dev.switchback.text.FirstLines;
import dev.switchback.text.Indentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts a finding on a statement into words: statement, migration, change, and what to do. */
final class StatementFindingText {

    private final List<SchemaState> states;
    private final ApplicationStatement statement;
    private final int call;

    /** Which version of the application meets which schema. */
    enum Side {
        /** The previous version, the new schema. */
        PREVIOUS,
        /** The previous version, a schema that the migrations only pass through. */
        BETWEEN,
        /** The new version, the old schema. */
        NEXT
    }

    StatementFindingText(List<SchemaState> states, ApplicationStatement statement, int call) {
        this.states = states;
        this.statement = statement;
        this.call = call;
    }

    /** {@code queries/v41.sql:3:} with the statement and the server's words. */
    static String refused(ApplicationStatement statement, String words) {
        return "%s:\n\n%s\n\n%s"
                .formatted(
                        statement.place(),
                        Indentation.of(FirstLines.of(statement.sql()), 4),
                        Indentation.of("The server: " + words, 2));
    }

    /** @param at the state whose migration makes the difference */
    StatementFinding of(Side side, StatementProblem problem, int at) {
        SchemaState state = states.get(at);
        List<ConcernedChange> concerned = ConcernedChange.of(state.difference(), problem.words(), statement.sql());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(title(side, problem, state.migration()));
        paragraphs.add(Indentation.of(FirstLines.of(statement.sql()), 4));
        paragraphs.add(Indentation.of(reasons(side, problem, state.migration(), concerned), 2));
        paragraphs.add(Indentation.of("What to do: " + advice(side, problem, state.migration(), concerned), 2));
        return new StatementFinding(
                "%s-%s"
                        .formatted(
                                side == Side.NEXT ? "new-version" : "previous-version",
                                problem.rule().name().toLowerCase(Locale.ROOT)),
                problem.severity(),
                statement,
                state.migration(),
                concerned.stream().map(ConcernedChange::change).toList(),
                problem.words(),
                String.join("\n\n", paragraphs) + "\n");
    }

    private String title(Side side, StatementProblem problem, Migration migration) {
        return "%s: a statement of the %s version %s %s: %s"
                .formatted(
                        statement.place(),
                        side == Side.NEXT ? "new" : "previous",
                        problem.rule().verb(),
                        switch (side) {
                            case PREVIOUS -> "after " + migration.script();
                            case BETWEEN -> "between %s and %s".formatted(migration.script(), last().script());
                            case NEXT -> "before " + migration.script();
                        },
                        problem.words().lines().findFirst().orElse(""));
    }

    private Migration last() {
        return states.get(states.size() - 1).migration();
    }

    private String reasons(Side side, StatementProblem problem, Migration migration, List<ConcernedChange> concerned) {
        List<String> lines = new ArrayList<>();
        if (problem.rule() == Rule.FAILS && !statement.calls().get(call).isEmpty()) {
            lines.add("Its values: "
                    + statement.calls().get(call).stream()
                            .map(StatementValue::toString)
                            .collect(Collectors.joining(", ")));
        }
        String schema = side == Side.NEXT ? states.get(0).migration().version() : migration.version();
        lines.add(
                problem.rule() == Rule.RESULT
                        ? "On the schema of version %s: %s".formatted(schema, problem.words())
                        : "The server, on the schema of version %s: %s".formatted(schema, problem.words()));
        concerned.forEach(change -> lines.add("Changed by %s: %s".formatted(migration.script(), change.sentence())));
        if (concerned.isEmpty()) {
            lines.add(
                    "Changed by %s: nothing that the statement or the server names; its rows or what it defines in code may be it."
                            .formatted(migration.script()));
        }
        return String.join("\n", lines);
    }

    private static String advice(
            Side side, StatementProblem problem, Migration migration, List<ConcernedChange> concerned) {
        if (!problem.fails()) {
            return side == Side.BETWEEN
                    ? "Nothing, if the migrations are applied together; the statement fails while they are under way."
                    : "Nothing, unless the application reads the columns by their number or into a narrower type.";
        }
        if (side == Side.NEXT) {
            return "Apply %s before the first instance of the new version starts; where both run on the old schema, as in a blue-green deployment, let the new version do without it for one release."
                    .formatted(migration.script());
        }
        return concerned.stream()
                .flatMap(change -> change.breach().stream())
                .findFirst()
                .map(Breach::sort)
                .map(Breach.Sort::advice)
                .orElse("Change this in a later release, when no version that sends the statement runs any longer.");
    }
}

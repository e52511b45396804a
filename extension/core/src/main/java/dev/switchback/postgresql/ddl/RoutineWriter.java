package dev.switchback.postgresql.ddl;

import dev.switchback.schema.AttributeNames;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Functions, procedures and aggregates. */
final class RoutineWriter implements KindWriter {

    private static final String[] SAID = AttributeNames.ofRoutineText().toArray(String[]::new);

    @Override
    public boolean create(SchemaObject routine, DdlContext context) {
        context.draft().ways(routine.kind(), List.of(List.of(RoutineText.of(routine))), List.of(unchecked(routine)));
        common(Alteration.ofNew(routine, SAID), context);
        return true;
    }

    @Override
    public void drop(SchemaObject routine, DdlContext context) {
        String drop = "DROP " + new StatementName(context.from()).typed(routine.name());
        List<String> obstacles = DependentStatements.dropsOfRoutine(routine, context);
        context.draft()
                .drop(
                        routine.kind(),
                        List.of(drop),
                        obstacles.isEmpty()
                                ? List.of()
                                : List.of(Stream.concat(obstacles.stream(), Stream.of(drop))
                                        .toList()));
    }

    /** The statements that make a routine whose body may speak of what is not there. */
    private static List<String> unchecked(SchemaObject routine) {
        return List.of("SET check_function_bodies = false", RoutineText.of(routine), "RESET check_function_bodies");
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject routine = alteration.after();
        if (alteration.has(SAID) || alteration.has("definition")) {
            alteration.take(SAID);
            alteration.take("definition");
            List<List<String>> ways = new ArrayList<>();
            ways.add(List.of(RoutineText.of(routine)));
            List<String> anew = List.of("DROP " + context.address().typed(routine.name()), RoutineText.of(routine));
            ways.add(anew);
            DependentStatements.aroundRoutine(routine, context, anew).ifPresent(ways::add);
            context.draft().ways(routine.kind(), ways, List.of(unchecked(routine)));
        }
        common(alteration, context);
    }

    private static void common(Alteration alteration, DdlContext context) {
        String typed = context.address().typed(alteration.after().name());
        context.extensions(alteration, "ALTER " + typed);
        context.common(alteration, typed.replaceFirst("^AGGREGATE ", "FUNCTION "));
    }
}

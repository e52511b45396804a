package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Locale;

/** Triggers and rules. */
final class TriggerWriter implements KindWriter {

    /** How the catalog marks a trigger that a partition has from its parent, and that is in another state here. */
    private static final String OF_PARENT = " (here ";

    @Override
    public boolean create(SchemaObject trigger, DdlContext context) {
        if (isOfParent(trigger)) {
            state(trigger, trigger.attribute("enabled"), context);
            context.comment(
                    Alteration.ofNew(trigger), "comment", context.address().typed(trigger.name()));
            return true;
        }
        context.draft().add(trigger.kind(), text(trigger));
        alter(Alteration.ofNew(trigger, "deferrable", "function"), context);
        return true;
    }

    private static boolean isOfParent(SchemaObject trigger) {
        return trigger.kind() == ObjectKind.TRIGGER && trigger.definition().contains(OF_PARENT);
    }

    static String text(SchemaObject trigger) {
        return trigger.definition().strip().replaceFirst(";$", "");
    }

    @Override
    public void drop(SchemaObject trigger, DdlContext context) {
        if (!isOfParent(trigger)) {
            KindWriter.super.drop(trigger, context);
            return;
        }
        SchemaLookup lookup = context.to();
        String parents =
                lookup.parentOf(trigger).map(table -> Inheritance.parents(table, lookup)).orElse(List.of()).stream()
                        .flatMap(parent -> lookup.children(parent, ObjectKind.TRIGGER).stream())
                        .filter(other ->
                                other.name().name().equals(trigger.name().name()))
                        .map(other -> other.attribute("enabled"))
                        .findFirst()
                        .orElse("");
        state(trigger, parents, context);
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject trigger = alteration.after();
        if (isOfParent(trigger)) {
            alteration.take("definition");
        }
        if (alteration.take("definition", "deferrable", "function")) {
            context.draft()
                    .ways(
                            trigger.kind(),
                            List.of(List.of("DROP " + context.address().typed(trigger.name()), text(trigger))));
            if (!trigger.attribute("enabled").isEmpty()) {
                alteration.take("enabled");
                state(trigger, trigger.attribute("enabled"), context);
            }
        }
        if (alteration.take("enabled")) {
            state(trigger, alteration.to("enabled"), context);
        }
        context.extensions(alteration, "ALTER " + context.address().typed(trigger.name()));
        context.comment(alteration, "comment", context.address().typed(trigger.name()));
    }

    private static void state(SchemaObject trigger, String enabled, DdlContext context) {
        String verb =
                switch (enabled) {
                    case "disabled" -> " DISABLE ";
                    case "" -> " ENABLE ";
                    default -> " ENABLE " + enabled.toUpperCase(Locale.ROOT) + " ";
                };
        context.draft()
                .add(
                        trigger.kind(),
                        "ALTER TABLE " + StatementName.parent(trigger.name()) + verb
                                + trigger.kind().label().toUpperCase(Locale.ROOT) + " "
                                + quoteIfNeeded(trigger.name().name()));
    }
}

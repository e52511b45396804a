package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;
import static java.util.stream.Collectors.joining;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Event triggers. */
final class EventTriggerWriter implements KindWriter {

    private static final Pattern DEFINITION =
            Pattern.compile("on (\\w+)(?: when tag in \\((.*)\\))? execute ([^.]+)\\.(.+)");

    @Override
    public boolean create(SchemaObject trigger, DdlContext context) {
        Matcher definition = DEFINITION.matcher(trigger.definition());
        if (!definition.matches()) {
            return false;
        }
        String tags = definition.group(2);
        context.draft()
                .add(
                        trigger.kind(),
                        "CREATE EVENT TRIGGER " + quoteIfNeeded(trigger.name().name()) + " ON " + definition.group(1)
                                + (tags == null
                                        ? ""
                                        : ListedNames.split(tags).stream()
                                                .map(SqlName::literal)
                                                .collect(joining(", ", " WHEN TAG IN (", ")")))
                                + " EXECUTE FUNCTION "
                                + SqlName.qualified(definition.group(3), definition.group(4)) + "()");
        alter(Alteration.ofNew(trigger), context);
        return true;
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject trigger = alteration.after();
        if (alteration.take("definition")) {
            drop(alteration.before(), context);
            create(trigger, context);
            alteration.take("enabled", "owner", "comment");
        }
        if (alteration.take("enabled")) {
            String enabled = alteration.to("enabled");
            context.draft()
                    .add(
                            trigger.kind(),
                            "ALTER EVENT TRIGGER "
                                    + quoteIfNeeded(trigger.name().name())
                                    + (enabled.equals("disabled")
                                            ? " DISABLE"
                                            : (" ENABLE " + enabled.toUpperCase(Locale.ROOT)).stripTrailing()));
        }
        context.common(alteration);
    }
}

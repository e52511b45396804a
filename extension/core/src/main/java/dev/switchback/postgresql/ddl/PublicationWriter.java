package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.literal;
import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Publications, and what can be changed about subscriptions, whose connection strings nobody knows. */
final class PublicationWriter implements KindWriter {

    private static final String EVERYTHING = "insert, update, delete, truncate";

    private static final Map<String, String> SUBSCRIPTION_OPTIONS = Map.of(
            "streaming",
            "streaming",
            "on error",
            "disable_on_error",
            "origin",
            "origin",
            "runs as",
            "run_as_owner",
            "password",
            "password_required");

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        if (object.kind() == ObjectKind.SUBSCRIPTION) {
            return false;
        }
        context.draft().add(object.kind(), text(object));
        context.common(
                Alteration.ofNew(object, "tables", "schemas", "publishes", "published via", "generated columns"));
        return true;
    }

    private static String text(SchemaObject publication) {
        String what = objects(publication);
        List<String> options = new ArrayList<>();
        if (!publication.attribute("publishes").isEmpty()) {
            options.add("publish = " + literal(publication.attribute("publishes")));
        }
        if (!publication.attribute("published via").isEmpty()) {
            options.add("publish_via_partition_root = true");
        }
        if (!publication.attribute("generated columns").isEmpty()) {
            options.add("publish_generated_columns = " + publication.attribute("generated columns"));
        }
        return "CREATE PUBLICATION " + quoteIfNeeded(publication.name().name())
                + (publication.attribute("tables").equals("all")
                        ? " FOR ALL TABLES"
                        : what.isEmpty() ? "" : " FOR " + what)
                + (options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")");
    }

    private static String objects(SchemaObject publication) {
        List<String> objects = new ArrayList<>();
        if (!publication.attribute("tables").isEmpty()) {
            objects.add("TABLE " + publication.attribute("tables"));
        }
        if (!publication.attribute("schemas").isEmpty()) {
            objects.add("TABLES IN SCHEMA " + ListedNames.quoteEach(publication.attribute("schemas")));
        }
        return String.join(", ", objects);
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        if (alteration.after().kind() == ObjectKind.SUBSCRIPTION) {
            subscription(alteration, context);
            return;
        }
        SchemaObject publication = alteration.after();
        String alter = "ALTER PUBLICATION " + quoteIfNeeded(publication.name().name());
        if (alteration.take("tables", "schemas")) {
            String objects = objects(publication);
            List<String> anew = List.of(
                    "DROP PUBLICATION " + quoteIfNeeded(publication.name().name()), text(publication));
            boolean all = alteration.from("tables").equals("all")
                    || alteration.to("tables").equals("all");
            context.draft()
                    .ways(
                            publication.kind(),
                            all || objects.isEmpty()
                                    ? List.of(anew)
                                    : List.of(List.of(alter + " SET " + objects), anew));
        }
        if (alteration.take("publishes")) {
            String publishes = alteration.to("publishes");
            set(publication, alter, "publish = " + literal(publishes.isEmpty() ? EVERYTHING : publishes), context);
        }
        if (alteration.take("published via")) {
            boolean root = !alteration.to("published via").isEmpty();
            set(publication, alter, "publish_via_partition_root = " + root, context);
        }
        if (alteration.take("generated columns")) {
            String columns = alteration.to("generated columns");
            set(publication, alter, "publish_generated_columns = " + (columns.isEmpty() ? "none" : columns), context);
        }
        context.common(alteration);
    }

    private static void set(SchemaObject object, String alter, String option, DdlContext context) {
        context.draft().add(object.kind(), alter + " SET (" + option + ")");
    }

    private static void subscription(Alteration alteration, DdlContext context) {
        SchemaObject subscription = alteration.after();
        String alter = "ALTER SUBSCRIPTION " + quoteIfNeeded(subscription.name().name());
        SUBSCRIPTION_OPTIONS.forEach((attribute, option) -> {
            if (alteration.take(attribute)) {
                set(subscription, alter, option + " = " + value(attribute, alteration.to(attribute)), context);
            }
        });
        if (alteration.take("enabled")) {
            context.draft()
                    .add(subscription.kind(), alter + (alteration.to("enabled").isEmpty() ? " ENABLE" : " DISABLE"));
        }
        context.common(alteration);
    }

    private static String value(String attribute, String value) {
        return switch (attribute) {
            case "streaming" -> value.isEmpty() ? "off" : value;
            case "origin" -> value.isEmpty() ? "any" : value;
            case "password" -> String.valueOf(value.isEmpty()).toLowerCase(Locale.ROOT);
            default -> String.valueOf(!value.isEmpty());
        };
    }
}

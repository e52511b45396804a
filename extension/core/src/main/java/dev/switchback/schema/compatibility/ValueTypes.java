package dev.switchback.schema.compatibility;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the types of values before and after, domains included. */
final class ValueTypes {

    private static final String LIMITED_NUMBER = "numeric(";

    /** The effect of another type on the previous version. */
    enum Effect {
        NONE,
        NARROWER,
        OTHER
    }

    private final String product;
    private final Map<String, SchemaObject> domainsBefore;
    private final Map<String, SchemaObject> domainsAfter;
    private final Set<String> checked = new HashSet<>();
    private final Map<String, String> renamed = new HashMap<>();

    ValueTypes(SchemaDiff diff) {
        product = diff.after().product();
        domainsBefore = domains(diff.before());
        domainsAfter = domains(diff.after());
        diff.after()
                .objects(ObjectKind.CHECK)
                .forEach(check -> checked.add(check.name().qualifiedParent()));
        for (Change change : diff.changes()) {
            if (change instanceof Change.Renamed type) {
                renamed.put(type.name().qualified(), type.after().name().qualified());
            }
        }
    }

    Effect effect(String from, String to) {
        String before = plain(from);
        String after = plain(to);
        if (before.equals(after) || after.equals(renamed.get(before)) || holds(after, before)) {
            return Effect.NONE;
        }
        SchemaObject domain = domainsAfter.get(after);
        if (domain != null) {
            boolean free = checked.stream().noneMatch(after::equals) && !isNotNull(domain);
            return free ? effect(from, domain.attribute("type")) : Effect.NARROWER;
        }
        SchemaObject was = domainsBefore.get(before);
        if (was != null) {
            return effect(was.attribute("type"), to);
        }
        return holds(before, after) || hasOtherLimits(before, after) ? Effect.NARROWER : Effect.OTHER;
    }

    /** Whether a number has other limits, into which not every value fits. */
    private static boolean hasOtherLimits(String before, String after) {
        return before.startsWith(LIMITED_NUMBER) && after.startsWith(LIMITED_NUMBER);
    }

    private boolean holds(String wider, String narrower) {
        return ColumnTypes.ofProduct(product).holds(wider, narrower);
    }

    /** Whether a default gives each row another value. */
    boolean isAlwaysAnother(String expression) {
        return ColumnTypes.ofProduct(product).isAlwaysAnother(expression);
    }

    /** The domain that a column's values are of now. */
    Optional<SchemaObject> domainOf(SchemaObject column) {
        return Optional.ofNullable(domainsAfter.get(plain(column.attribute("type"))));
    }

    static boolean isNotNull(SchemaObject object) {
        return object.attribute("nullability").startsWith("not null");
    }

    private static Map<String, SchemaObject> domains(Schema schema) {
        Map<String, SchemaObject> domains = new HashMap<>();
        schema.objects(ObjectKind.DOMAIN)
                .forEach(domain -> domains.put(domain.name().qualified(), domain));
        return domains;
    }

    /** Names in the model are without quotes, those in the text of a type have them. */
    private static String plain(String type) {
        return type.replace("\"", "");
    }
}

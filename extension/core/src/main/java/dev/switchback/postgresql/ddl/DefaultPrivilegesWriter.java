package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The writer of privileges on objects to come. */
final class DefaultPrivilegesWriter implements KindWriter {

    /** The privileges of roles from the start, where no schema is named. */
    private static final Set<Privilege> OF_EVERYBODY_ON_FUNCTIONS = Set.of(new Privilege("public", "EXECUTE", false));

    private static final Set<Privilege> OF_EVERYBODY_ON_TYPES = Set.of(new Privilege("public", "USAGE", false));

    @Override
    public boolean create(SchemaObject defaults, DdlContext context) {
        change(defaults, usual(defaults), withoutOwner(defaults), context);
        ofOwner(defaults, Set.of(), lacking(defaults), context);
        return true;
    }

    /** The privileges that the owner has no more, where no schema is named. */
    private static Set<Privilege> lacking(SchemaObject defaults) {
        return Privilege.parse(defaults.attribute("revoked"));
    }

    private static void ofOwner(
            SchemaObject defaults, Set<Privilege> lacked, Set<Privilege> lacks, DdlContext context) {
        String alter = alter(defaults);
        privileges(alter + " REVOKE ", Privilege.difference(lacks, lacked), " FROM ", defaults, context);
        privileges(alter + " GRANT ", Privilege.difference(lacked, lacks), " TO ", defaults, context);
    }

    @Override
    public void drop(SchemaObject defaults, DdlContext context) {
        change(defaults, withoutOwner(defaults), usual(defaults), context);
        ofOwner(defaults, lacking(defaults), Set.of(), context);
    }

    /** Where no schema is named, the owner has everything from the start. */
    private static Set<Privilege> withoutOwner(SchemaObject defaults) {
        Set<Privilege> privileges = Privilege.parse(defaults.attribute("grants"));
        if (defaults.name().schema().isEmpty()) {
            privileges.removeIf(privilege -> privilege.role().equals("owner"));
        }
        return privileges;
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        if (alteration.take("grants", "revoked")) {
            change(alteration.after(), withoutOwner(alteration.before()), withoutOwner(alteration.after()), context);
            ofOwner(alteration.after(), lacking(alteration.before()), lacking(alteration.after()), context);
        }
    }

    private static void change(SchemaObject defaults, Set<Privilege> before, Set<Privilege> after, DdlContext context) {
        Set<String> roles = new TreeSet<>();
        before.forEach(privilege -> roles.add(privilege.role()));
        after.forEach(privilege -> roles.add(privilege.role()));
        String alter = alter(defaults);
        for (String role : roles) {
            Set<Privilege> had = of(role, before);
            Set<Privilege> has = of(role, after);
            privileges(alter + " REVOKE ", Privilege.difference(had, has), " FROM ", defaults, context);
            privileges(alter + " GRANT ", Privilege.difference(has, had), " TO ", defaults, context);
        }
    }

    private static void privileges(
            String alter, Set<Privilege> privileges, String preposition, SchemaObject defaults, DdlContext context) {
        privileges.stream()
                .collect(Collectors.groupingBy(Privilege::grantable))
                .forEach((grantable, rights) -> context.draft()
                        .add(
                                defaults.kind(),
                                alter + rights.stream().map(Privilege::right).collect(Collectors.joining(", "))
                                        + " ON " + objects(defaults) + preposition
                                        + role(rights.get(0).role(), defaults)
                                        + (grantable && preposition.equals(" TO ") ? " WITH GRANT OPTION" : "")));
    }

    private static Set<Privilege> of(String role, Set<Privilege> privileges) {
        return privileges.stream()
                .filter(privilege -> privilege.role().equals(role))
                .collect(Collectors.toSet());
    }

    private static Set<Privilege> usual(SchemaObject defaults) {
        if (!defaults.name().schema().isEmpty()) {
            return Set.of();
        }
        return switch (objects(defaults)) {
            case "FUNCTIONS" -> OF_EVERYBODY_ON_FUNCTIONS;
            case "TYPES" -> OF_EVERYBODY_ON_TYPES;
            default -> Set.of();
        };
    }

    private static String alter(SchemaObject defaults) {
        String role = roleOf(defaults);
        String schema = defaults.name().schema();
        return "ALTER DEFAULT PRIVILEGES" + (role.isEmpty() ? "" : " FOR ROLE " + quoteIfNeeded(role))
                + (schema.isEmpty() ? "" : " IN SCHEMA " + quoteIfNeeded(schema));
    }

    /** {@code on tables of clerk}. */
    private static String objects(SchemaObject defaults) {
        return defaults.name()
                .name()
                .replaceFirst("^on ", "")
                .replaceFirst(" of .*", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String roleOf(SchemaObject defaults) {
        int of = defaults.name().name().indexOf(" of ");
        return of < 0 ? "" : defaults.name().name().substring(of + " of ".length());
    }

    private static String role(String role, SchemaObject defaults) {
        if (!role.equals("owner")) {
            return StatementName.role(role);
        }
        String own = roleOf(defaults);
        return own.isEmpty() ? "CURRENT_USER" : quoteIfNeeded(own);
    }
}

package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The privileges of roles on an object: those granted, and those that everybody has by default. */
final class Privileges {

    private static final Pattern PRIVILEGE = Pattern.compile(" ([A-Z]+)(?: with grant option)?");
    private static final Pattern HOLDER = Pattern.compile("(.+?)((?: [A-Z]+(?: with grant option)?)+)");

    private Privileges() {}

    /** The privileges of exactly this role, {@code public} for everybody, without those of roles it is a member of. */
    static List<String> of(String role, SchemaObject object) {
        Set<String> privileges = new TreeSet<>(listed(object.attribute("grants"), role));
        if (role.equals("public")) {
            privileges.addAll(usual(object.kind()));
            privileges.removeAll(listed(object.attribute("revoked"), role));
        }
        return List.copyOf(privileges);
    }

    /** Why these cannot be privileges on an object; empty if they can. */
    static Optional<String> unknown(SchemaObject object, String role, List<String> privileges) {
        List<String> known = possible(object.kind());
        for (String privilege : privileges) {
            if (known.contains(privilege)) {
                continue;
            }
            if (known.contains(role.toUpperCase(Locale.ROOT))) {
                return Optional.of("%s is a privilege, and %s is not. The role comes before its privileges."
                        .formatted(role, privilege.toLowerCase(Locale.ROOT)));
            }
            return Optional.of("%s can have no privilege %s.%s"
                    .formatted(object.name(), privilege, NearestName.questionOrList(privilege, known, "")));
        }
        return Optional.empty();
    }

    private static List<String> possible(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");
            case COLUMN -> List.of("SELECT", "INSERT", "UPDATE", "REFERENCES");
            case SEQUENCE -> List.of("USAGE", "SELECT", "UPDATE");
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of("EXECUTE");
            case SCHEMA -> List.of("CREATE", "USAGE");
            default -> List.of("USAGE");
        };
    }

    private static Set<String> usual(ObjectKind kind) {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Set.of("EXECUTE");
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE, LANGUAGE -> Set.of("USAGE");
            default -> Set.of();
        };
    }

    /** The roles that such a list names. */
    static List<String> holders(String list) {
        return Stream.of(list.split(", "))
                .map(HOLDER::matcher)
                .filter(Matcher::matches)
                .map(holder -> holder.group(1))
                .toList();
    }

    private static Set<String> listed(String list, String role) {
        Set<String> privileges = new TreeSet<>();
        for (String entry : list.split(", ")) {
            Matcher holder = HOLDER.matcher(entry);
            if (holder.matches() && holder.group(1).equals(role)) {
                PRIVILEGE.matcher(holder.group(2)).results().forEach(found -> privileges.add(found.group(1)));
            }
        }
        return privileges;
    }
}

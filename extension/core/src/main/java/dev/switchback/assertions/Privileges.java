package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static Set<String> usual(ObjectKind kind) {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Set.of("EXECUTE");
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE, LANGUAGE -> Set.of("USAGE");
            default -> Set.of();
        };
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

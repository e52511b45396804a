package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The roles that a schema speaks of: owners, those that something is granted to, and those that policies apply to. */
record Roles(Set<String> names) {

    static Roles of(Schema schema) {
        Set<String> names = new TreeSet<>(Set.of("public"));
        schema.objects()
                .forEach(object -> roles(object).filter(name -> !name.isEmpty()).forEach(names::add));
        return new Roles(names);
    }

    private static Stream<String> roles(SchemaObject object) {
        Stream<String> granted = Stream.of("grants", "revoked", "sequence grants", "sequence revoked")
                .map(object::attribute)
                .flatMap(list -> Privileges.holders(list).stream());
        Stream<String> others = object.kind() == ObjectKind.POLICY
                ? Stream.of(object.attribute("roles").split(", "))
                : object.kind() == ObjectKind.USER_MAPPING
                        ? Stream.of(object.name().name())
                        : Stream.of(object.attribute("owner"));
        return Stream.concat(granted, others);
    }

    /** Why a role is refused that is not among these, but like one of them; empty otherwise, and for one in quotes. */
    Optional<String> unlike(String role) {
        if (names.contains(role) || role.startsWith("\"")) {
            return Optional.empty();
        }
        String[] several = role.split("[,;]", -1);
        if (several.length > 1 && Stream.of(several).map(String::strip).anyMatch(names::contains)) {
            return Optional.of("%s is no role. Ask for one role at a time.".formatted(role));
        }
        String question = NearestName.question(role, names);
        return question.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The schema knows no role %s: it owns nothing here, and nothing is granted to it.%s If there is such a role, put its name in double quotes."
                                .formatted(role, question));
    }
}

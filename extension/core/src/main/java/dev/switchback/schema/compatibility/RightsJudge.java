package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges who may do what, with objects of every kind. */
final class RightsJudge {

    private static final Pattern HOLDER = Pattern.compile("(?:^|, )(.+?)((?: [A-Z]+(?: with grant option)?)+)(?=, |$)");
    private static final Set<ObjectKind> USED_BY_OWNER = Set.of(
            ObjectKind.SCHEMA,
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE);

    private static final Set<ObjectKind> NOT_JUDGED =
            Set.of(ObjectKind.DEFAULT_PRIVILEGES, ObjectKind.BUILT_IN, ObjectKind.LARGE_OBJECT);

    private RightsJudge() {}

    static List<Breach> judge(Change change) {
        if (!(change instanceof Changed changed)
                || NOT_JUDGED.contains(change.name().kind())) {
            return NONE;
        }
        return switch (changed.attribute()) {
            case "grants", "sequence grants" -> lost(changed, changed.from(), changed.to());
            case "revoked", "sequence revoked" -> lost(changed, changed.to(), changed.from());
            case "owner" -> owner(changed);
            default -> NONE;
        };
    }

    private static List<Breach> owner(Changed change) {
        return USED_BY_OWNER.contains(change.name().kind())
                ? breach(
                        change,
                        Sort.GONE,
                        "belongs to %s and no longer to %s, whose rights on it are gone unless they are granted.",
                        role(change.to()),
                        role(change.from()))
                : NONE;
    }

    private static String role(String owner) {
        return owner.isEmpty() ? "the owner of the database" : owner;
    }

    private static List<Breach> lost(Changed change, String had, String has) {
        Map<String, Set<String>> now = rights(has);
        StringBuilder lost = new StringBuilder();
        rights(had).forEach((role, rights) -> {
            Set<String> missing = new TreeSet<>(rights);
            missing.removeAll(now.getOrDefault(role, Set.of()));
            if (change.attribute().endsWith("grants")) {
                missing.removeAll(now.getOrDefault("public", Set.of()));
            }
            if (!missing.isEmpty()) {
                lost.append(lost.isEmpty() ? "" : "; ")
                        .append(role.equals("owner") ? "its owner" : role)
                        .append(" has lost ")
                        .append(String.join(", ", missing));
            }
        });
        return lost.isEmpty() ? NONE : breach(change, Sort.GONE, "may not be used as before: %s.", lost);
    }

    /** Reads {@code clerk INSERT SELECT with grant option, public SELECT}. */
    private static Map<String, Set<String>> rights(String list) {
        Map<String, Set<String>> rights = new LinkedHashMap<>();
        Matcher holder = HOLDER.matcher(list);
        while (holder.find()) {
            rights.put(
                    holder.group(1),
                    new TreeSet<>(Arrays.asList(holder.group(2)
                            .replace(" with grant option", "")
                            .strip()
                            .split(" "))));
        }
        return rights;
    }
}

package dev.switchback.postgresql.ddl;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One right of one role.
 *
 * @param role who has it: a role, {@code public} or {@code owner}
 * @param right what may be done: {@code SELECT}
 * @param grantable whether it may be handed on
 */
record Privilege(String role, String right, boolean grantable) {

    private static final String OPTION = " with grant option";
    private static final Pattern RIGHT = Pattern.compile("([A-Z]+)(" + OPTION + ")?");
    private static final Pattern HOLDER = Pattern.compile("(.+?)((?: [A-Z]+(?:" + OPTION + ")?)+)");

    /** Reads {@code clerk INSERT SELECT with grant option, public SELECT}. */
    static Set<Privilege> parse(String list) {
        Set<Privilege> privileges = new LinkedHashSet<>();
        for (String entry : ListedNames.split(list)) {
            Matcher holder = HOLDER.matcher(entry);
            if (holder.matches()) {
                Matcher right = RIGHT.matcher(holder.group(2));
                while (right.find()) {
                    privileges.add(new Privilege(holder.group(1), right.group(1), right.group(2) != null));
                }
            }
        }
        return privileges;
    }

    static Set<Privilege> difference(Set<Privilege> from, Collection<Privilege> without) {
        Set<Privilege> rest = new LinkedHashSet<>(from);
        rest.removeAll(without);
        return rest;
    }
}

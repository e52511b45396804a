package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes GRANT and REVOKE for one object. */
final class Grants {

    private record Holder(String role, boolean grantable) {}

    private final String object;
    private final String columns;
    private final String owner;
    private final List<String> statements = new ArrayList<>();

    /**
     * Begins.
     *
     * @param object what ON is followed by: {@code TABLE public.person}
     * @param columns the columns in parentheses; empty for the whole object
     * @param owner the owner's name; empty for the owner of the database
     */
    Grants(String object, String columns, String owner) {
        this.object = object;
        this.columns = columns;
        this.owner = owner.isEmpty() ? "CURRENT_USER" : SqlName.quoteIfNeeded(owner);
    }

    /** The statements that take the rights beyond the usual ones, and those that are missing, from one state to another. */
    List<String> change(String grants, String newGrants, String revoked, String newRevoked) {
        Set<Privilege> had = Privilege.parse(grants);
        Set<Privilege> has = Privilege.parse(newGrants);
        Set<Privilege> lacked = Privilege.parse(revoked);
        Set<Privilege> lacks = Privilege.parse(newRevoked);
        revoke(Privilege.difference(had, has), has);
        revoke(Privilege.difference(lacks, lacked), has);
        grant(Privilege.difference(lacked, lacks));
        grant(Privilege.difference(has, had));
        return List.copyOf(statements);
    }

    private void revoke(Set<Privilege> privileges, Set<Privilege> kept) {
        byHolder(privileges).forEach((holder, rights) -> {
            boolean option = holder.grantable()
                    && rights.stream().allMatch(right -> kept.contains(new Privilege(holder.role(), right, false)));
            statements.add("REVOKE " + (option ? "GRANT OPTION FOR " : "") + rights(rights) + " ON " + object + " FROM "
                    + role(holder.role()));
        });
    }

    private void grant(Set<Privilege> privileges) {
        byHolder(privileges)
                .forEach((holder, rights) -> statements.add("GRANT " + rights(rights) + " ON " + object + " TO "
                        + role(holder.role()) + (holder.grantable() ? " WITH GRANT OPTION" : "")));
    }

    private static Map<Holder, List<String>> byHolder(Set<Privilege> privileges) {
        return privileges.stream()
                .collect(Collectors.groupingBy(
                        privilege -> new Holder(privilege.role(), privilege.grantable()),
                        LinkedHashMap::new,
                        Collectors.mapping(Privilege::right, Collectors.toList())));
    }

    private String rights(List<String> rights) {
        return rights.stream().map(right -> right + columns).collect(Collectors.joining(", "));
    }

    private String role(String role) {
        return role.equals("owner") ? owner : StatementName.role(role);
    }
}

package dev.switchback.provision;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The things of a server that no database has for itself, and what can be told about each.
 *
 * @param roles by their names as the server's catalog has them, with attributes, memberships and settings, but without passwords
 * @param others such as {@code tablespace pg_default}, with its options and rights
 */
public record ServerState(Map<String, String> roles, Map<String, String> others) {

    private static final String ROLE = "role ";

    /** Nothing is known. */
    public static final ServerState UNKNOWN = new ServerState(Map.of(), Map.of());

    public ServerState {
        roles = Map.copyOf(roles);
        others = Map.copyOf(others);
    }

    /** All of them, in order; roles begin with {@code role}. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(others);
        roles.forEach((name, state) -> all.put(ROLE + name, state));
        return all;
    }

    /** The name of a role, if one of {@link #all()} is one. */
    public static Optional<String> role(String name) {
        return name.startsWith(ROLE) ? Optional.of(name.substring(ROLE.length())) : Optional.empty();
    }
}

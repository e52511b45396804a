package dev.switchback.postgresql.ddl;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Locale;

/** Policies of row security. */
final class PolicyWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject policy, DdlContext context) {
        context.draft().add(policy.kind(), text(policy, context));
        alter(Alteration.ofNew(policy, "mode", "command", "roles", "using", "check"), context);
        return true;
    }

    static String text(SchemaObject policy, DdlContext context) {
        String mode = policy.attribute("mode");
        String command = policy.attribute("command");
        return "CREATE " + context.address().typed(policy.name())
                + (mode.isEmpty() ? "" : " AS " + mode.toUpperCase(Locale.ROOT))
                + (command.isEmpty() ? "" : " FOR " + command.toUpperCase(Locale.ROOT))
                + (policy.attribute("roles").isEmpty() ? "" : " TO " + roles(policy))
                + expression(" USING ", policy.attribute("using"))
                + expression(" WITH CHECK ", policy.attribute("check"));
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject policy = alteration.after();
        boolean anew = alteration.has("mode", "command")
                || (alteration.has("using") && alteration.to("using").isEmpty())
                || (alteration.has("check") && alteration.to("check").isEmpty());
        if (anew) {
            alteration.take("mode", "command", "roles", "using", "check");
            context.draft()
                    .ways(
                            policy.kind(),
                            List.of(List.of("DROP " + context.address().typed(policy.name()), text(policy, context))));
        }
        if (alteration.has("roles", "using", "check")) {
            String alter = "ALTER " + context.address().typed(policy.name())
                    + (alteration.take("roles") ? " TO " + roles(policy) : "")
                    + (alteration.take("using") ? expression(" USING ", policy.attribute("using")) : "")
                    + (alteration.take("check") ? expression(" WITH CHECK ", policy.attribute("check")) : "");
            context.draft().add(policy.kind(), alter);
        }
        context.comment(alteration, "comment", context.address().typed(policy.name()));
    }

    private static String roles(SchemaObject policy) {
        String roles = policy.attribute("roles");
        return roles.isEmpty()
                ? "PUBLIC"
                : ListedNames.split(roles).stream().map(StatementName::role).collect(joining(", "));
    }

    private static String expression(String words, String expression) {
        return expression.isEmpty() ? "" : words + "(" + expression + ")";
    }
}

package dev.switchback.schema.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The rules that a schema does not meet.
 *
 * @param broken the rules that are broken, without what is frozen
 * @param fixed the frozen violations that are mended by now, as lines of the file; nothing if the file was brought up to date
 * @param frozen the file with what is frozen, if there is to be one
 */
public record RuleResult(List<Broken> broken, List<String> fixed, Optional<Path> frozen) {

    @API(status = API.Status.INTERNAL)
    public RuleResult {
        broken = List.copyOf(broken);
        fixed = List.copyOf(fixed);
    }

    /** One rule with all that breaks it. */
    public record Broken(SchemaRule rule, List<Violation> violations) {

        @API(status = API.Status.INTERNAL)
        public Broken {
            violations = List.copyOf(violations);
        }

        /** A violation as a line: {@code primary-key: table public.orders}. */
        String line(Violation violation) {
            return FrozenViolations.line(rule.id(), violation.object());
        }
    }

    /** The violations as lines, as a file has them. */
    public List<String> lines() {
        return broken.stream()
                .flatMap(rule -> rule.violations().stream().map(rule::line))
                .distinct()
                .sorted()
                .toList();
    }

    /** Without what a file has frozen. */
    RuleResult without(FrozenViolations file, List<SchemaRule> rules) {
        UnfrozenViolations left =
                file.without(rules.stream().map(SchemaRule::id).toList(), lines());
        Set<String> lines = Set.copyOf(left.lines());
        List<Broken> still = new ArrayList<>();
        for (Broken rule : broken) {
            List<Violation> violations = rule.violations().stream()
                    .filter(violation -> lines.contains(rule.line(violation)))
                    .toList();
            if (!violations.isEmpty()) {
                still.add(new Broken(rule.rule(), violations));
            }
        }
        return new RuleResult(still, left.fixed(), Optional.of(file.path()));
    }

    /** Whether all rules are met. */
    public boolean holds() {
        return broken.isEmpty();
    }

    /** The violations, why they matter and how to mend them; empty if all rules are met. */
    @Override
    public String toString() {
        return holds() ? "" : RuleText.of(this);
    }
}

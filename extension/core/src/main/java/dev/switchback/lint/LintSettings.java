package dev.switchback.lint;

import dev.switchback.migration.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * The settings of a lint. Immutable; equal if all settings are.
 *
 * <pre>{@code
 * LintSettings settings = LintSettings.defaults().without("trigger-added").withSeverity("column-dropped", Severity.NOTICE);
 * }</pre>
 */
public final class LintSettings {

    private final Map<String, Severity> severities;
    private final Set<String> switchedOff;

    private LintSettings(Map<String, Severity> severities, Set<String> switchedOff) {
        this.severities = Map.copyOf(severities);
        this.switchedOff = Set.copyOf(switchedOff);
    }

    /** All rules with their own severities. */
    public static LintSettings defaults() {
        return new LintSettings(Map.of(), Set.of());
    }

    /**
     * The same settings with another severity of a rule, whatever the circumstances.
     *
     * @throws LintException if there is no such rule
     */
    public LintSettings withSeverity(String rule, Severity severity) {
        Map<String, Severity> changed = new HashMap<>(severities);
        changed.put(LintRules.get(rule).id(), severity);
        return new LintSettings(changed, switchedOff);
    }

    /**
     * The same settings without some rules.
     *
     * @throws LintException if there is no such rule
     */
    public LintSettings without(String... rules) {
        Set<String> off = new TreeSet<>(switchedOff);
        List.of(rules).forEach(rule -> off.add(LintRules.get(rule).id()));
        return new LintSettings(severities, off);
    }

    /** The finding with the severity that these settings give it; empty if its rule is switched off. */
    @API(status = API.Status.INTERNAL)
    public Optional<LintFinding> weigh(LintFinding finding) {
        String rule = finding.rule().id();
        return switchedOff.contains(rule)
                ? Optional.empty()
                : Optional.of(finding.with(severities.getOrDefault(rule, finding.severity())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LintSettings that
                && severities.equals(that.severities)
                && switchedOff.equals(that.switchedOff);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severities, switchedOff);
    }

    @Override
    public String toString() {
        return "LintSettings[severities=" + new TreeMap<>(severities) + ", without=" + new TreeSet<>(switchedOff) + "]";
    }
}

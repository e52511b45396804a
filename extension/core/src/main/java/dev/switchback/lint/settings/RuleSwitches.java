package dev.switchback.lint.settings;

import dev.switchback.lint.LintException;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.settings.YamlNode.Field;
import dev.switchback.migration.Severity;
import dev.switchback.text.NearestName;
import java.util.List;

/** The section in which rules are switched on and off and get another severity. */
final class RuleSwitches {

    static final List<String> VALUES = List.of("on", "off", "fail", "notice");

    private RuleSwitches() {}

    static LintSettings apply(LintSettings settings, YamlNode value) {
        if (!(value instanceof YamlNode.Fields rules)) {
            throw new LintException("rules has the ids of rules with %s, but here is %s."
                    .formatted(String.join(", ", VALUES), value.describe()));
        }
        LintSettings changed = settings;
        for (Field rule : rules.fields()) {
            changed = SettingsFile.placed(rule.place(), changed, each -> each.with(rule.name()));
            changed = SettingsFile.placed(rule.value().place(), changed, each -> switched(each, rule));
        }
        return changed;
    }

    private static LintSettings switched(LintSettings settings, Field rule) {
        String value = SettingsKeys.text(rule.value(), rule.name());
        return switch (value) {
            case "on" -> settings.with(rule.name());
            case "off" -> settings.without(rule.name());
            case "fail" -> settings.withSeverity(rule.name(), Severity.FAIL);
            case "notice" -> settings.withSeverity(rule.name(), Severity.NOTICE);
            default ->
                throw new LintException("%s is '%s', which means nothing.%s"
                        .formatted(
                                rule.name(),
                                value,
                                value.matches("(?i)no|false")
                                        ? " Did you mean off?"
                                        : NearestName.questionOrList(value, VALUES, "")));
        };
    }
}

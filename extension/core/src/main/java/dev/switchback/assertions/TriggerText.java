package dev.switchback.assertions;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parsed definition of a trigger; all of it empty if it is not understood.
 *
 * @param firing when and on which events, these in alphabetical order: {@code after insert or update of price}
 * @param level {@code row} or {@code statement}
 * @param condition empty if there is none
 */
record TriggerText(String firing, String level, String condition) {

    private static final Pattern TRIGGER = Pattern.compile(
            "(?s)CREATE (?:CONSTRAINT )?TRIGGER (?:\"(?:[^\"]|\"\")*\"|\\S+) (BEFORE|AFTER|INSTEAD OF) (.+?) ON .*? FOR EACH (ROW|STATEMENT)"
                    + "(?: WHEN \\((.*)\\))? EXECUTE .*");

    static TriggerText of(String definition) {
        Matcher trigger = TRIGGER.matcher(definition);
        if (!trigger.matches()) {
            return new TriggerText("", "", "");
        }
        String condition = trigger.group(4);
        return new TriggerText(
                firing(
                        trigger.group(1).toLowerCase(Locale.ROOT),
                        trigger.group(2).split(" OR ")),
                trigger.group(3).toLowerCase(Locale.ROOT),
                condition == null ? "" : condition);
    }

    static String firing(String when, String... events) {
        return Stream.of(events)
                .map(String::strip)
                .map(TriggerText::lowerVerb)
                .sorted()
                .collect(Collectors.joining(" or ", when + " ", ""));
    }

    private static String lowerVerb(String event) {
        String[] words = event.split(" +", 3);
        words[0] = words[0].toLowerCase(Locale.ROOT);
        if (words.length > 1) {
            words[1] = words[1].toLowerCase(Locale.ROOT);
        }
        return String.join(" ", words);
    }
}

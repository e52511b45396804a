package dev.switchback.migration.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markers for Switchback in a script, in comments of their own lines: {@code -- switchback: irreversible <reason>}.
 *
 * @param irreversible why there is no way back
 * @param losses the intended losses
 * @param unknown the lines whose word is not known
 */
record ScriptMarkers(Optional<String> irreversible, List<DeclaredLoss> losses, List<Unknown> unknown) {

    static final ScriptMarkers NONE = new ScriptMarkers(Optional.empty(), List.of(), List.of());

    static final List<String> WORDS = List.of("irreversible", "loses");

    private static final String SIGN = "switchback:";
    private static final Pattern LINE =
            Pattern.compile("^\\s*--\\s*" + SIGN + "[ \\t]*(?<word>[\\w-]*)(?<rest>.*)$", Pattern.MULTILINE);
    private static final String NAME = "(?:\"(?:[^\"\\n]|\"\")+\"|[^\\s\".]+)";
    private static final Pattern TARGET = Pattern.compile("(?<target>" + NAME + "(?:\\." + NAME + ")*)(?<reason>.*)");

    /** A line with a word that means nothing. */
    record Unknown(String word, int line) {}

    /** Reads what a script says. */
    static ScriptMarkers in(Script script, String text) {
        if (!text.contains(SIGN)) {
            return NONE;
        }
        Optional<String> irreversible = Optional.empty();
        List<DeclaredLoss> losses = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            String rest = line.group("rest").strip();
            int number = (int) text.substring(0, line.start("word")).lines().count();
            switch (line.group("word")) {
                case "irreversible" -> irreversible = irreversible.or(() -> Optional.of(rest));
                case "loses" -> losses.add(loss(rest, script.location() + ":" + number));
                default -> unknown.add(new Unknown(line.group("word"), number));
            }
        }
        return new ScriptMarkers(irreversible, List.copyOf(losses), List.copyOf(unknown));
    }

    private static DeclaredLoss loss(String rest, String place) {
        Matcher parts = TARGET.matcher(rest);
        return parts.matches()
                ? new DeclaredLoss(parts.group("target"), parts.group("reason").strip(), place)
                : new DeclaredLoss("", rest, place);
    }
}

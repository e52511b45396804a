package dev.switchback.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a finding is to be mended: the script that its message names with a line, or else the undo or the migration itself.
 *
 * @param line 0 if the message names none
 */
record FindingPlace(String file, int line) {

    private static final Pattern SCRIPT = Pattern.compile("[\\w.$-]+\\.(?:sql|java)");

    /**
     * The place of a finding.
     *
     * @param script the migration's, by its name; empty if it concerns none
     */
    static FindingPlace of(String rule, String text, String script, ScriptFiles files) {
        List<String> undo = new ArrayList<>();
        SCRIPT.matcher(text).results().map(found -> found.group()).forEach(undo::add);
        undo.removeIf(name -> !files.has(name) || name.equals(script));
        files.undoNameOf(script).filter(text::contains).ifPresent(undo::add);
        return Stream.concat(undo.stream(), Stream.of(script).filter(name -> !name.isEmpty()))
                .flatMap(name -> line(text, name).map(line -> new FindingPlace(files.path(name), line)))
                .findFirst()
                .orElseGet(() -> {
                    boolean isAboutUndo = (rule.startsWith("undo-") || script.isEmpty()) && !undo.isEmpty();
                    String file = isAboutUndo ? undo.get(0) : script;
                    return new FindingPlace(file.isEmpty() ? "" : files.path(file), 0);
                });
    }

    private static Stream<Integer> line(String text, String name) {
        Matcher named = Pattern.compile(Pattern.quote(name) + ":(\\d{1,9})").matcher(text);
        return named.find() ? Stream.of(Integer.valueOf(named.group(1))) : Stream.empty();
    }
}

package dev.switchback.migration.script;

import dev.switchback.filling.RowHint;
import dev.switchback.migration.script.ScriptParts.Kind;
import dev.switchback.migration.script.ScriptParts.Part;
import dev.switchback.text.Enumeration;
import dev.switchback.text.NearestName;
import dev.switchback.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markers of a script, in comments of their own lines: {@code -- switchback: irreversible <reason>}. Letters may
 * be large or small.
 *
 * @param irreversible why there is no way back; the reason is empty if the line names none
 * @param losses what is meant to be lost
 * @param emptyTables tables that have no row in production
 * @param rowHints conditions that generated rows meet
 * @param unknown the lines that are not understood
 */
public record ScriptMarkers(
        Optional<Said> irreversible,
        List<DeclaredLoss> losses,
        List<EmptyTable> emptyTables,
        List<RowHint> rowHints,
        List<Unknown> unknown) {

    static final List<String> WORDS = List.of("irreversible", "loses", "expects-empty", "rows");

    private static final String KNOWN = Enumeration.of(WORDS);

    private static final ScriptMarkers NONE =
            new ScriptMarkers(Optional.empty(), List.of(), List.of(), List.of(), List.of());
    private static final String SIGN = "switchback";
    private static final Pattern MAY_SPEAK =
            Pattern.compile("(?:--|/\\*)[-#@!*\\s\\p{Z}\\p{Cf}]*(?:sw|\\P{ASCII})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile(
            "--(?<lead>[-#@!*\\s]*)(?<sign>\\p{L}+(?:[-_ ](?=back))?\\p{L}*)(?<colon>\\s*[:;=,.\uFF1A]?)\\s*(?<word>[\\w-]*)(?<rest>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Characters that are not seen, or not to be told from a blank. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}&&[^ ]]");

    private static final Pattern BLOCK =
            Pattern.compile("/\\*[*\\s]*(?<text>" + SIGN + "\\s*:[^\\n]*?)\\s*\\*/", Pattern.CASE_INSENSITIVE);
    private static final String NAME = "(?:\"(?:[^\"\\n]|\"\")+\"|[^\\s\".]+)";
    private static final Pattern TARGET = Pattern.compile("(?<target>" + NAME + "(?:\\." + NAME + ")*)(?<reason>.*)");

    /** A marker and its line. */
    public record Said(String reason, String place) {}

    /**
     * A line that means nothing.
     *
     * @param text the comment as it stands
     * @param advice what was probably meant, in a sentence
     */
    record Unknown(String text, int line, String advice) {}

    /** Reads what a script says. */
    static ScriptMarkers in(Script script, String text) {
        if (!MAY_SPEAK.matcher(text).find()) {
            return NONE;
        }
        Reading reading = new Reading(script, text);
        for (Part part : ScriptParts.of(text)) {
            if (part.kind() == Kind.LINE_COMMENT) {
                reading.comment(part);
            } else if (part.kind() == Kind.BLOCK_COMMENT) {
                reading.block(part);
            }
        }
        return new ScriptMarkers(
                reading.irreversible,
                List.copyOf(reading.losses),
                List.copyOf(reading.emptyTables),
                List.copyOf(reading.rowHints),
                List.copyOf(reading.unknown));
    }

    /** Goes through the comments of a script. */
    private static final class Reading {

        private final Script script;
        private final String text;
        private final List<DeclaredLoss> losses = new ArrayList<>();
        private final List<EmptyTable> emptyTables = new ArrayList<>();
        private final List<RowHint> rowHints = new ArrayList<>();
        private final List<Unknown> unknown = new ArrayList<>();
        private Optional<Said> irreversible = Optional.empty();

        Reading(Script script, String text) {
            this.script = script;
            this.text = text;
        }

        void comment(Part part) {
            String written = text.substring(part.start(), part.end()).stripTrailing();
            String comment = UNSEEN.matcher(written).replaceAll(ScriptMarkers::seen);
            Matcher line = LINE.matcher(comment);
            if (!line.matches()) {
                return;
            }
            String word = line.group("word").toLowerCase(Locale.ROOT);
            boolean isSigned = line.group("sign").equalsIgnoreCase(SIGN)
                    && line.group("colon").strip().equals(":")
                    && line.group("lead").isBlank();
            int number = line(part);
            if (isSigned && !isPlain(written, line)) {
                unknown.add(new Unknown(
                        VisibleText.of(written),
                        number,
                        "It holds characters that nobody sees. "
                                + nearest(word).map(ScriptMarkers::write).orElse("")));
            } else if (!isSigned) {
                if (isNear(line.group("sign").toLowerCase(Locale.ROOT), SIGN)
                        && nearest(word).isPresent()) {
                    unknown.add(new Unknown(comment, number, write(nearest(word).get())));
                }
            } else if (!isAlone(part)) {
                unknown.add(new Unknown(comment, number, "It follows a statement. Give it a line of its own."));
            } else {
                said(word, line.group("rest").strip(), comment, number);
            }
        }

        /** A comment of that form is data, but one that holds a marker alone was meant as one. */
        void block(Part part) {
            Matcher block = BLOCK.matcher(text.substring(part.start(), part.end()));
            if (block.matches()) {
                unknown.add(new Unknown(
                        block.group().strip(),
                        line(part),
                        "Comments of this form are no markers. Write: -- " + block.group("text")));
            }
        }

        private int line(Part part) {
            return (int) text.substring(0, part.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
        }

        private void said(String word, String rest, String comment, int line) {
            String place = script.location() + ":" + line;
            switch (word) {
                case "irreversible" -> irreversible = irreversible.or(() -> Optional.of(new Said(reason(rest), place)));
                case "loses" -> losses.add(loss(rest, place));
                case "expects-empty" -> emptyTables.add(emptyTable(rest, place));
                case "rows" ->
                    RowHint.read(rest, place)
                            .ifPresentOrElse(
                                    rowHints::add,
                                    () -> unknown.add(new Unknown(
                                            comment, line, write("rows") + ", such as rows orders.total >= 0")));
                default ->
                    unknown.add(new Unknown(
                            comment,
                            line,
                            nearest(word)
                                    .map(meant -> "Did you mean " + meant + "?")
                                    .orElse("Known are " + KNOWN + ".")));
            }
        }

        /** Whether the marker is the same with all that nobody sees; a reason may hold what it likes. */
        private static boolean isPlain(String written, Matcher line) {
            Matcher plain = LINE.matcher(written);
            return plain.matches()
                    && plain.group("sign").equals(line.group("sign"))
                    && plain.group("word").equals(line.group("word"));
        }

        /** Whether only white space stands before it on its line. */
        private boolean isAlone(Part part) {
            String before = text.substring(text.lastIndexOf('\n', part.start()) + 1, part.start());
            return before.isBlank() || before.equals("\uFEFF");
        }
    }

    /** A blank for a blank in another form, and nothing for a character that is not seen. */
    private static String seen(MatchResult letter) {
        return Character.isSpaceChar(letter.group().charAt(0)) ? " " : "";
    }

    /** Words and no placeholder for them; empty if there are none. */
    private static String reason(String rest) {
        String words = rest.replaceFirst("^[:;=,.\\s\\p{Pd}]+", "").strip();
        boolean isOne = words.codePoints().anyMatch(Character::isLetterOrDigit) && !words.matches("<\\w+>");
        return isOne ? words : "";
    }

    private static DeclaredLoss loss(String rest, String place) {
        Matcher parts = TARGET.matcher(rest);
        return parts.matches()
                ? new DeclaredLoss(parts.group("target"), parts.group("reason").strip(), place)
                : new DeclaredLoss("", rest, place);
    }

    private static EmptyTable emptyTable(String rest, String place) {
        Matcher parts = TARGET.matcher(rest);
        return parts.matches()
                ? new EmptyTable(parts.group("target"), parts.group("reason").strip(), place)
                : new EmptyTable("", rest, place);
    }

    private static Optional<String> nearest(String word) {
        return WORDS.stream().filter(known -> isNear(word, known)).findFirst();
    }

    private static boolean isNear(String word, String known) {
        return NearestName.distance(known, word) <= Math.max(2, known.length() / 3);
    }

    private static String write(String word) {
        return "Write: -- switchback: "
                + switch (word) {
                    case "loses" -> "loses <table>.<column> <reason>";
                    case "expects-empty" -> "expects-empty <table> <reason>";
                    case "rows" -> "rows <column> <condition>";
                    default -> word + " <reason>";
                };
    }
}

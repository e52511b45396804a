package dev.switchback.filling;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Texts that a regular expression of a database may match. They are only candidates: what is not understood in a pattern is
 * read as plain letters, and the server has the last word.
 */
@API(status = API.Status.INTERNAL)
public final class PatternTexts {

    private static final int VARIANTS = 12;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALNUM = "0123456789" + LETTERS;

    private final String pattern;
    private final long n;
    private final int repeats;
    private int at;
    private long rest;

    private PatternTexts(String pattern, long n, int repeats) {
        this.pattern = pattern;
        this.n = n;
        this.repeats = repeats;
        this.rest = n;
    }

    /** Some texts, others for each number. */
    public static List<String> of(String pattern, long n) {
        if (pattern.isEmpty() || pattern.length() > 300) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (long i = n; i < n + VARIANTS; i++) {
            for (int repeats : new int[] {1, 3}) {
                String text = new PatternTexts(pattern, i, repeats).write();
                if (!found.contains(text)) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    private String write() {
        StringBuilder out = new StringBuilder();
        if (pattern.startsWith("***")) {
            at = pattern.indexOf(':') + 1;
        }
        while (at < pattern.length()) {
            out.append(choices());
            at++;
        }
        return out.toString();
    }

    /** One of the alternatives up to the end of the group. */
    private String choices() {
        List<String> choices = new ArrayList<>();
        do {
            choices.add(sequence());
        } while (take('|'));
        return choices.get((int) Math.floorMod(n, (long) choices.size()));
    }

    private String sequence() {
        StringBuilder out = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String one = atom();
            int end = at;
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                out.append(one);
                if (i + 1 < times) {
                    at = start;
                    one = atom();
                    at = end;
                }
            }
            at = after;
        }
        return out.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '(' -> group();
            case '[' -> set();
            case '.' -> pick(ALNUM);
            case '\\' -> escaped();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        boolean isLook = pattern.startsWith("?=", at) || pattern.startsWith("?!", at) || pattern.startsWith("?<", at);
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (isLook) {
            at += 2;
        }
        String inner = choices();
        take(')');
        return isLook ? "" : inner;
    }

    private String escaped() {
        if (at == pattern.length()) {
            return "\\";
        }
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd' -> pick("123456789");
            case 'D' -> pick(LETTERS);
            case 'w' -> pick(ALNUM);
            case 'W' -> "-";
            case 's' -> " ";
            case 'S' -> pick(ALNUM);
            case 'm', 'M', 'y', 'Y', 'A', 'Z', 'b', 'B' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            default -> String.valueOf(c);
        };
    }

    private String set() {
        boolean isOther = take('^');
        StringBuilder members = new StringBuilder();
        while (at < pattern.length() && (pattern.charAt(at) != ']' || members.length() == 0)) {
            if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                int end = pattern.indexOf(":]", at);
                members.append(named(pattern.substring(at + 2, end)));
                at = end + 2;
                continue;
            }
            char c = pattern.charAt(at++);
            if (c == '\\' && at < pattern.length()) {
                char escaped = pattern.charAt(at++);
                members.append(
                        switch (escaped) {
                            case 'd' -> "0123456789";
                            case 'w' -> ALNUM + "_";
                            case 's' -> " ";
                            default -> String.valueOf(escaped);
                        });
            } else if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                char last = pattern.charAt(at + 1);
                at += 2;
                for (char each = c; each <= last && each - c < 200; each++) {
                    members.append(each);
                }
            } else {
                members.append(c);
            }
        }
        take(']');
        return isOther ? other(members.toString()) : pick(members.toString());
    }

    private static String named(String name) {
        return switch (name) {
            case "digit" -> "0123456789";
            case "xdigit" -> "0123456789abcdef";
            case "upper" -> LETTERS.toUpperCase(java.util.Locale.ROOT);
            case "space" -> " ";
            case "punct" -> "-_.";
            case "lower", "alpha" -> LETTERS;
            default -> ALNUM;
        };
    }

    private String other(String refused) {
        StringBuilder allowed = new StringBuilder();
        (LETTERS + "0123456789-").chars().filter(c -> refused.indexOf(c) < 0).forEach(c -> allowed.append((char) c));
        return pick(allowed.length() == 0 ? "~" : allowed.toString());
    }

    /** One of them, which the number decides; the next one decides with what is left of the number. */
    private String pick(String members) {
        if (members.isEmpty()) {
            return "";
        }
        int index = (int) Math.floorMod(rest, (long) members.length());
        rest = rest / members.length();
        return String.valueOf(members.charAt(index));
    }

    private int times() {
        int times = 1;
        if (take('?')) {
            times = repeats == 1 ? 0 : 1;
        } else if (take('*')) {
            times = repeats == 1 ? 0 : repeats;
        } else if (take('+')) {
            times = repeats;
        } else if (at < pattern.length() && pattern.charAt(at) == '{') {
            int end = pattern.indexOf('}', at);
            String[] bounds =
                    end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
            if (bounds.length > 0 && bounds[0].matches("\\d{1,3}")) {
                int least = Integer.parseInt(bounds[0]);
                int most = bounds.length == 1
                        ? least
                        : bounds[1].matches("\\d{1,3}") ? Integer.parseInt(bounds[1]) : least + repeats;
                times = repeats == 1 ? least : Math.max(least, Math.min(most, least + repeats));
                at = end + 1;
            }
        }
        take('?');
        return times;
    }

    private boolean take(char c) {
        if (at < pattern.length() && pattern.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}

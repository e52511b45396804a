package dev.switchback.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A script for psql, taken apart into what the server gets to see of it: without the commands of psql itself. */
final class PsqlScript {

    /** A statement and, of a COPY from its input, the rows that follow it. */
    record Step(String sql, String rows) {}

    private static final Pattern COPY_FROM_INPUT = Pattern.compile("(?is)\\s*copy\\b.*\\bfrom\\s+stdin\\b.*");
    private static final Pattern OPEN_BODY = Pattern.compile("(?is).*\\bbegin\\s+atomic\\b(?!.*\\bend\\s*$).*");

    private final List<Step> steps = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private String open = "";
    private int depth;

    private PsqlScript() {}

    static List<Step> steps(List<String> lines) {
        PsqlScript script = new PsqlScript();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at++);
            int known = script.steps.size();
            if (script.open.isEmpty() && line.startsWith("\\")) {
                continue;
            }
            script.read(line + "\n");
            if (script.steps.size() > known && script.last().matches(COPY_FROM_INPUT.pattern())) {
                int end = at;
                while (end < lines.size() && !lines.get(end).equals("\\.")) {
                    end++;
                }
                if (end < lines.size()) {
                    script.steps.set(
                            script.steps.size() - 1,
                            new Step(
                                    script.last(), String.join("\n", lines.subList(at, end)) + (end > at ? "\n" : "")));
                    at = end + 1;
                }
            }
        }
        return List.copyOf(script.steps);
    }

    private String last() {
        return steps.get(steps.size() - 1).sql();
    }

    private void read(String line) {
        int at = 0;
        while (at < line.length()) {
            at = open.isEmpty() ? outside(line, at) : inside(line, at);
        }
    }

    private int inside(String line, int at) {
        if (open.equals("e'") && line.charAt(at) == '\\') {
            return add(line, at, Math.min(line.length(), at + 2));
        }
        String close = open.equals("/*") ? "*/" : open.equals("e'") ? "'" : open;
        if (line.startsWith(close, at)) {
            open = "";
            return add(line, at, at + close.length());
        }
        return add(line, at, at + 1);
    }

    private int outside(String line, int at) {
        char next = line.charAt(at);
        if (line.startsWith("--", at)) {
            return add("\n", 0, 1) + line.length();
        } else if (line.startsWith("/*", at)) {
            open = "/*";
            return add(line, at, at + 2);
        } else if (next == '\'') {
            boolean escapes = statement.length() > 0
                    && "eE".indexOf(statement.charAt(statement.length() - 1)) >= 0
                    && (statement.length() == 1
                            || !Character.isLetterOrDigit(statement.charAt(statement.length() - 2)));
            open = escapes ? "e'" : "'";
        } else if (next == '"') {
            open = "\"";
        } else if (next == '$') {
            int end = line.indexOf('$', at + 1);
            if (end > 0 && line.substring(at + 1, end).matches("([\\p{L}_][\\p{L}\\p{N}_]*)?")) {
                open = line.substring(at, end + 1);
                return add(line, at, end + 1);
            }
        } else if (next == '\\') {
            end();
            return line.length();
        } else if (next == '(' || next == ')') {
            depth += next == '(' ? 1 : -1;
        } else if (next == ';' && depth <= 0 && !OPEN_BODY.matcher(statement).matches()) {
            end();
            return at + 1;
        }
        return add(line, at, at + 1);
    }

    private int add(String text, int from, int to) {
        statement.append(text, from, to);
        return to;
    }

    private void end() {
        if (!statement.toString().isBlank()) {
            steps.add(new Step(statement.toString().strip(), ""));
        }
        statement.setLength(0);
        depth = 0;
    }
}

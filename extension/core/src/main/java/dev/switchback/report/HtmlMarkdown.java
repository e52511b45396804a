package dev.switchback.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** As much of Markdown as the pages of rules are written in: headings, paragraphs, lists, code. Links are told by their words. */
final class HtmlMarkdown {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)\\s]+\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w*])\\*([^*\\s][^*]*)\\*(?![\\w*])");

    private final StringBuilder html = new StringBuilder();
    private final List<String> lines = new ArrayList<>();
    private boolean isCode;

    private HtmlMarkdown() {}

    static String of(String markdown) {
        HtmlMarkdown page = new HtmlMarkdown();
        markdown.lines().forEach(page::add);
        page.end();
        return page.html.toString().replace("</ul>\n<ul>", "");
    }

    private void add(String line) {
        if (line.startsWith("```")) {
            end();
            isCode = !isCode;
        } else if (isCode) {
            lines.add(line);
        } else if (line.isBlank()) {
            end();
        } else if (line.startsWith("#")) {
            end();
            html.append("<h4>").append(inline(line.replaceFirst("^#+ ", ""))).append("</h4>\n");
        } else {
            if (line.startsWith("- ") != isList() || line.startsWith("- ")) {
                end();
            }
            lines.add(line);
        }
    }

    private boolean isList() {
        return !lines.isEmpty() && lines.get(0).startsWith("- ");
    }

    private void end() {
        if (lines.isEmpty()) {
            return;
        }
        String text = String.join("\n", lines);
        html.append(
                isCode
                        ? "<pre>" + HtmlText.escaped(text) + "</pre>\n"
                        : isList()
                                ? "<ul><li>" + inline(text.substring(2)) + "</li></ul>\n"
                                : "<p>" + inline(text) + "</p>\n");
        lines.clear();
    }

    private static String inline(String text) {
        String words = LINK.matcher(HtmlText.escaped(text)).replaceAll("$1");
        return EMPHASIS.matcher(CODE.matcher(words).replaceAll("<code>$1</code>"))
                .replaceAll("<em>$1</em>");
    }
}

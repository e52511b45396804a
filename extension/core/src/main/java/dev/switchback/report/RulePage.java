package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of the documentation that says what a rule means. It comes with the library, so that a report shows it without asking
 * anybody for it: every link to a rule leads to its place in the report itself.
 *
 * @param rule the rule's id
 * @param page its place in the project, such as {@code docs/lint/renamed.md} or {@code docs/round-trip.md#findings}
 */
record RulePage(String rule, String page) {

    private static final String TABLE_ROW = "| `";
    private static final Pattern LINK =
            Pattern.compile("<a class=\"rule\" href=\"#rule-([a-z-]+)\" title=\"([^\"]+)\">");

    static Optional<RulePage> of(ReportedFinding finding) {
        return Optional.of(new RulePage(finding.rule(), finding.page())).filter(rule -> !rule.page.isEmpty());
    }

    /** The pages to which there are links, in order of the rules. */
    static List<RulePage> linkedFrom(List<String> html) {
        return html.stream()
                .flatMap(each -> LINK.matcher(each).results())
                .map(link -> new RulePage(link.group(1), link.group(2)))
                .distinct()
                .sorted((one, other) -> one.rule.compareTo(other.rule))
                .toList();
    }

    /** The rule's id as a link to its page. */
    static String link(ReportedFinding finding) {
        String id = "<code>" + HtmlText.escaped(finding.rule()) + "</code>";
        return of(finding)
                .map(rule -> "<a class=\"rule\" href=\"#rule-%s\" title=\"%s\">%s</a>"
                        .formatted(HtmlText.escaped(rule.rule), HtmlText.escaped(rule.page), id))
                .orElse(id);
    }

    /** The page as HTML, at the place to which the links lead. */
    String html() {
        return "<article class=\"rule-page\" id=\"rule-%s\"><h3><code>%s</code></h3>\n%s<p class=\"kind\">From %s of the documentation.</p></article>\n"
                .formatted(rule, rule, HtmlMarkdown.of(markdown()), HtmlText.escaped(page));
    }

    /** The text in Markdown, without a title; empty if there is none. */
    String markdown() {
        Matcher place = Pattern.compile("docs/([\\w/-]+\\.md)(?:#([\\w-]+))?").matcher(page);
        if (!place.matches()) {
            return "";
        }
        String text = text(place.group(1));
        return place.group(2) == null
                ? whole(text)
                : place.group(2).equals(rule) ? section(text, rule) : row(section(text, place.group(2)));
    }

    /** A page of its own, without its title and the line that leads back. */
    private static String whole(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("# ") && !line.startsWith("All rules:"))
                .collect(joining("\n"))
                .strip();
    }

    private static String section(String text, String heading) {
        Matcher found = Pattern.compile("(?m)^(##+) (.+)\n").matcher(text);
        while (found.find()) {
            if (found.group(2).toLowerCase(Locale.ROOT).replace(' ', '-').equals(heading)) {
                String rest = text.substring(found.end());
                Matcher next = Pattern.compile("(?m)^#{1," + found.group(1).length() + "} ")
                        .matcher(rest);
                return (next.find() ? rest.substring(0, next.start()) : rest).strip();
            }
        }
        return "";
    }

    /** The rows of a table of rules that have this one, as sentences. */
    private String row(String section) {
        return section.lines()
                .filter(line -> line.startsWith(TABLE_ROW) && isAbout(cell(line, 0)))
                .map(line -> Stream.of(cell(line, 1), cell(line, 2))
                        .filter(cell -> cell.contains(" "))
                        .map(RulePage::sentence)
                        .collect(joining(" ")))
                .collect(joining("\n\n"));
    }

    /** A cell may name several rules, and those that begin alike by their ends: {@code `new-version-refused`, `-fails`}. */
    private boolean isAbout(String cell) {
        List<String> names = Arrays.asList(cell.replace("`", "").split(", "));
        String first = names.get(0);
        String beginning = first.substring(0, first.lastIndexOf('-') < 0 ? 0 : first.lastIndexOf('-'));
        return names.stream().anyMatch(name -> (name.startsWith("-") ? beginning + name : name).equals(rule));
    }

    private static String cell(String line, int index) {
        String[] cells = line.split("(?<!\\\\)\\|");
        return cells.length < index + 2 ? "" : cells[index + 1].strip();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String text(String file) {
        try (InputStream in = RulePage.class.getResourceAsStream("docs/" + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.switchback.cli;

import dev.switchback.lint.files.NextName;
import dev.switchback.text.NearestName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where templates are, and what their variables are. */
final class TemplateOptions {

    private static final int LONGEST_NAME = 63;

    @Option(
            names = "--templates",
            paramLabel = "FOLDER",
            description = "A team's own templates: KIND.sql and KIND.undo.sql, with variables such as {{table}}.")
    private @Nullable Path folder;

    @Option(names = "--table", paramLabel = "TABLE", description = "The table that it is about.")
    private @Nullable String table;

    @Option(
            names = "--columns",
            paramLabel = "SQL",
            description = "The columns of a table, \"id int, name text\", or of an index, \"customer, placed_on\".")
    private @Nullable String columns;

    @Option(names = "--extension", paramLabel = "EXTENSION", description = "The extension that it creates.")
    private @Nullable String extension;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Another variable of the template, or a field of the header.")
    private Map<String, String> more = new LinkedHashMap<>();

    Templates.Pair pair(String kind) {
        return Templates.in(Optional.ofNullable(folder)).of(kind);
    }

    /** The files that templates give with these values. */
    FilledTemplates fill(String kind, Templates.Pair pair, NewFiles files, List<String> header) {
        Map<String, String> given = given();
        checkNames(kind, pair, header, given.keySet());
        Map<String, String> values = new LinkedHashMap<>(derived());
        values.putAll(files.variables());
        values.putAll(given);
        Set<String> open = new LinkedHashSet<>();
        Map<Path, String> texts = new LinkedHashMap<>();
        String comment = HeaderText.of(header, files.title(), field -> Optional.ofNullable(values.get(field))
                .or(() -> Optional.of(pair.up().filledDefault(field, values))
                        .filter(filled -> !filled.text().isEmpty())
                        .map(filled -> {
                            open.addAll(filled.open());
                            return filled.text();
                        })));
        boolean isHeaderOpen = !open.isEmpty();
        Template.Filled up = pair.up().filled(values);
        open.addAll(up.open());
        texts.put(
                files.up(),
                comment + (isHeaderOpen || !up.open().isEmpty() ? unfinished(files.upName()) : "") + up.text());
        pair.undo().ifPresent(template -> {
            Template.Filled undo = template.filled(values);
            open.addAll(undo.open());
            texts.put(
                    files.undo().orElseThrow(),
                    (undo.open().isEmpty() ? "" : unfinished(files.undoName())) + undo.text());
        });
        return new FilledTemplates(new Draft(texts), open);
    }

    /** A variable may stand where SQL takes anything, in quotes or a comment, so a statement fails in any case. */
    private static String unfinished(String name) {
        return "DO $$ BEGIN RAISE EXCEPTION '" + name
                + " is not finished: write what stands between << and >>, then delete this line.'; END $$;\n";
    }

    /** The fields of the header, where there are no templates. */
    Map<String, String> fields(List<String> header) {
        if (folder != null) {
            throw CommandException.wrongUse("--templates is for a --kind; leave it out.");
        }
        Set<String> known = header.stream().map(HeaderText::variable).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> given = given();
        refuseOthers(given.keySet(), known, known, "The header of these migrations has no field ");
        return given;
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(more);
        put(given, "table", table);
        put(given, "columns", columns);
        put(given, "extension", extension == null ? null : identifier(extension));
        return given;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.isBlank()) {
            throw CommandException.wrongUse("--" + name + " says nothing.");
        }
        if (values.put(name, value) != null) {
            throw CommandException.wrongUse(
                    "--" + name + " and --set " + name + " both say what it is; leave one of the two out.");
        }
    }

    private static String identifier(String name) {
        return name.matches("[a-z_][a-z0-9_]*|\".*\"") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The variables that follow from table and columns. */
    private Map<String, String> derived() {
        Map<String, String> derived = new LinkedHashMap<>();
        if (table == null) {
            return derived;
        }
        int end = table.lastIndexOf('.') + 1;
        derived.put("schema", table.substring(0, end));
        if (columns != null) {
            String words = NextName.description(table.substring(end) + " " + columns);
            derived.put("index", words.substring(0, Math.min(words.length(), LONGEST_NAME - 4)) + "_idx");
        }
        return derived;
    }

    private static void checkNames(String kind, Templates.Pair pair, List<String> header, Set<String> given) {
        Set<String> known = new TreeSet<>(pair.variables());
        header.forEach(field -> known.add(HeaderText.variable(field)));
        Set<String> settable = new TreeSet<>(known);
        settable.removeAll(Set.of("title", "script", "undo", "schema"));
        refuseOthers(given, known, settable, "The template " + kind + " has no variable ");
    }

    private static void refuseOthers(Set<String> given, Set<String> known, Set<String> suggested, String lack) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw CommandException.wrongUse(
                        lack + name + "." + NearestName.questionOrList(name, suggested, "It has none."));
            }
        }
    }
}

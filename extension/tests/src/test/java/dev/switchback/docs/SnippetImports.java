package dev.switchback.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The imports at the beginning of a snippet, and those that it needs: every import of its source that it uses and, where the
 * source is a test of Switchback's own, the published types of the source's package.
 */
final class SnippetImports {

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(?:\\w+\\.)+(\\w+|\\*);?$", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);?$", Pattern.MULTILINE);
    private static final Pattern NO_CODE =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z]\\w*");

    private SnippetImports() {}

    /** The imports of a snippet, a line each. */
    static List<String> of(String snippet) {
        return IMPORT.matcher(snippet).results().map(MatchResult::group).toList();
    }

    /** The snippet without its package and imports. */
    static String body(String snippet) {
        return IMPORT.matcher(PACKAGE.matcher(snippet).replaceAll("")).replaceAll("");
    }

    /** The imports that a snippet needs; {@code root} is the folder of the project. */
    static Set<String> needed(String source, String snippet, Path root) throws IOException {
        Set<String> names = NAME.matcher(NO_CODE.matcher(body(snippet)).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> needed = new TreeSet<>();
        Matcher imports = IMPORT.matcher(source);
        while (imports.find()) {
            if (imports.group(1).equals("*") || names.contains(imports.group(1))) {
                needed.add(imports.group());
            }
        }
        Matcher inPackage = PACKAGE.matcher(source);
        if (inPackage.find()) {
            names.retainAll(published(inPackage.group(1), root));
            names.forEach(name -> needed.add("import " + inPackage.group(1) + "." + name + ";"));
        }
        return needed;
    }

    /** The names of the types that Switchback's modules have in a package. */
    private static Set<String> published(String name, Path root) throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> modules = Files.list(root.resolve("extension"))) {
            for (Path module : modules.toList()) {
                Path folder = module.resolve("src/main/java").resolve(name.replace('.', '/'));
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.list(folder)) {
                        files.map(file -> file.getFileName().toString().replace(".java", ""))
                                .forEach(types::add);
                    }
                }
            }
        }
        return types;
    }
}

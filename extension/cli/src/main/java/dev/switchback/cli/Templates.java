package dev.switchback.cli;

import dev.switchback.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The templates of migrations: those of a team's folder, and the built-in ones for the kinds that it has none for. */
record Templates(Optional<Path> folder) {

    /** The kind without an undo. */
    static final String REPEATABLE = "repeatable";

    private static final List<String> BUILT_IN = List.of("table", "data", "index", "extension", REPEATABLE);
    private static final String UP = ".sql";
    private static final String UNDO = ".undo.sql";

    /** The kinds that a shell completes. */
    static final class BuiltIn implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return BUILT_IN.iterator();
        }
    }

    /** A migration's template, and that of its undo; a repeatable one has none. */
    record Pair(Template up, Optional<Template> undo) {

        /** The names of their variables. */
        Set<String> variables() {
            Set<String> names = new TreeSet<>(up.variables());
            undo.ifPresent(template -> names.addAll(template.variables()));
            return names;
        }
    }

    static Templates in(Optional<Path> folder) {
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw CommandException.wrongUse("There is no folder " + path + " of templates.");
        });
        return new Templates(folder);
    }

    Pair of(String kind) {
        Set<String> kinds = kinds();
        if (!kinds.contains(kind)) {
            throw CommandException.wrongUse("There is no kind " + kind + " of migrations."
                    + NearestName.question(kind, kinds) + " The kinds are " + String.join(", ", kinds) + ".");
        }
        boolean isOwn = own(kind + UP).isPresent() || own(kind + UNDO).isPresent();
        Optional<Template> up = isOwn ? own(kind + UP) : builtIn(kind + UP);
        Optional<Template> undo =
                kind.equals(REPEATABLE) ? Optional.empty() : isOwn ? own(kind + UNDO) : builtIn(kind + UNDO);
        return new Pair(
                up.orElseThrow(() -> lacking(kind + UP)),
                kind.equals(REPEATABLE) ? undo : Optional.of(undo.orElseThrow(() -> lacking(kind + UNDO))));
    }

    private CommandException lacking(String name) {
        return CommandException.wrongUse(
                "The folder " + folder.map(Path::toString).orElse("") + " of templates has no " + name
                        + ", which belongs to the other half of it that is there.");
    }

    private Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(BUILT_IN);
        folder.ifPresent(path -> {
            try (Stream<Path> files = Files.list(path)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(UP))
                        .map(name -> name.substring(0, name.length() - (name.endsWith(UNDO) ? UNDO : UP).length()))
                        .forEach(kinds::add);
            } catch (IOException e) {
                throw unreadable(e);
            }
        });
        return kinds;
    }

    private Optional<Template> own(String name) {
        Optional<Path> file = folder.map(path -> path.resolve(name)).filter(Files::isRegularFile);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Template.of(Files.readString(file.get())));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static CommandException unreadable(IOException e) {
        return CommandException.environment("The templates cannot be read: " + e);
    }

    private static Optional<Template> builtIn(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("templates/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Template.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.switchback.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program of PostgreSQL's client, such as {@code pg_dump}.
 *
 * @param file where it is
 * @param major its major version
 * @param version as it says itself
 */
record ClientProgram(Path file, int major, String version) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)\\S*)");

    /** Where packages put the programs of several versions beside each other. */
    private static final List<String> PACKAGES = List.of("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt");

    /**
     * The oldest program that can read a server.
     *
     * @param folder where to look for it; without one, where systems have it
     * @throws CommandException if there is none, with those that are there
     */
    static ClientProgram named(String name, int server, Optional<Path> folder, Environment environment) {
        List<ClientProgram> there = folders(folder, environment).stream()
                .map(each -> each.resolve(name))
                .filter(Files::isExecutable)
                .distinct()
                .flatMap(file -> at(file).stream())
                .toList();
        return there.stream()
                .filter(program -> program.major() >= server)
                .min(Comparator.comparingInt(ClientProgram::major))
                .orElseThrow(() -> CommandException.environment(
                        "%s of version %d or newer is needed, because that is the server's. There is %s.\nInstall postgresql-client-%d, or name the folder that it is in: --pg-bin FOLDER. The database was not touched."
                                .formatted(name, server, list(there), server)));
    }

    private static String list(List<ClientProgram> there) {
        return there.isEmpty()
                ? "none"
                : "only "
                        + there.stream()
                                .map(program -> program.file() + " of version " + program.version())
                                .collect(Collectors.joining(", "));
    }

    private static List<Path> folders(Optional<Path> folder, Environment environment) {
        if (folder.isPresent()) {
            return List.of(folder.get());
        }
        List<Path> folders = new ArrayList<>();
        Stream.of(environment.value("PATH").orElse("").split(Pattern.quote(java.io.File.pathSeparator)))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .forEach(folders::add);
        for (String parent : PACKAGES) {
            if (Files.isDirectory(Path.of(parent))) {
                try (Stream<Path> versions = Files.list(Path.of(parent))) {
                    versions.map(version -> version.resolve("bin")).forEach(folders::add);
                } catch (IOException e) {
                    // what cannot be read has no program for us
                }
            }
        }
        return folders;
    }

    private static Optional<ClientProgram> at(Path file) {
        try {
            Process asked = new ProcessBuilder(file.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            Matcher said = VERSION.matcher(text(asked));
            return asked.waitFor() == 0 && said.find()
                    ? Optional.of(new ClientProgram(file, Integer.parseInt(said.group(2)), said.group(1)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.environment("Interrupted while " + file + " was asked for its version.");
        }
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Runs it on a database. The password is in its environment, where other users of the machine do not see it.
     *
     * @return what it said, if it failed
     */
    Optional<String> run(PGSimpleDataSource database, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                file.toString(),
                "--no-password",
                "--host=" + String.valueOf(database.getServerNames()[0]),
                "--port=" + database.getPortNumbers()[0]));
        command.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = program.environment();
        put(environment, "PGUSER", database.getUser());
        put(environment, "PGPASSWORD", database.getPassword());
        put(environment, "PGSSLMODE", database.getSslMode());
        try {
            Process running = program.start();
            String said = text(running).strip();
            int code = running.waitFor();
            return code == 0
                    ? Optional.empty()
                    : Optional.of(said.isEmpty() ? file.getFileName() + " exits with " + code : said);
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}

package dev.switchback.lint.files;

import dev.switchback.lint.files.MigrationFile.Kind;
import dev.switchback.migration.script.ScriptName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The names of migrations, as Flyway's configuration has them.
 *
 * @param versioned the prefix of versioned migrations
 * @param repeatable the prefix of repeatable migrations
 * @param separator what stands between version and description
 * @param suffixes the ends of the names of SQL
 */
public record MigrationNames(String versioned, String repeatable, String separator, List<String> suffixes) {

    /** The prefix of undo scripts. */
    public static final String UNDO = "U";

    private static final List<String> CODE = List.of(".java", ".kt");

    /**
     * A file's name, taken apart.
     *
     * @param version empty for a repeatable migration
     * @param description as it is written
     */
    public record Parsed(Kind kind, Optional<MigrationVersion> version, String writtenVersion, String description) {

        /** Whether the file is a migration that runs once. */
        public boolean runsOnce() {
            return kind == Kind.VERSIONED || kind == Kind.JAVA;
        }
    }

    public MigrationNames {
        suffixes = List.copyOf(suffixes);
    }

    public static MigrationNames of(Configuration flyway) {
        return new MigrationNames(
                flyway.getSqlMigrationPrefix(),
                flyway.getRepeatableSqlMigrationPrefix(),
                flyway.getSqlMigrationSeparator(),
                List.of(flyway.getSqlMigrationSuffixes()));
    }

    /** Takes the name of a file of SQL or of a class's source apart; empty if it is no migration and no undo. */
    public Optional<Parsed> parse(String fileName) {
        return parse(fileName, Kind.VERSIONED, versioned, suffixes)
                .or(() -> parse(fileName, Kind.UNDO, UNDO, suffixes))
                .or(() -> repeatable(fileName))
                .or(() -> parse(fileName, Kind.JAVA, "V", CODE));
    }

    /** The name without its end. */
    public String stem(String fileName) {
        return suffix(fileName)
                .map(end -> fileName.substring(0, fileName.length() - end.length()))
                .orElse(fileName);
    }

    private Optional<String> suffix(String fileName) {
        return ScriptName.suffix(
                fileName, Stream.concat(suffixes.stream(), CODE.stream()).toList());
    }

    private Optional<Parsed> parse(String name, Kind kind, String prefix, List<String> ends) {
        String between = kind == Kind.JAVA ? "__" : separator;
        return ScriptName.parse(name, prefix, between, ends).map(parsed -> {
            String rest = stem(name).substring(prefix.length());
            int end = rest.indexOf(between);
            return new Parsed(
                    kind,
                    Optional.of(parsed.version()),
                    end < 0 ? rest : rest.substring(0, end),
                    end < 0 ? "" : rest.substring(end + between.length()));
        });
    }

    private Optional<Parsed> repeatable(String name) {
        String begin = repeatable + separator;
        return name.startsWith(begin) && ScriptName.suffix(name, suffixes).isPresent()
                ? Optional.of(new Parsed(
                        Kind.REPEATABLE, Optional.empty(), "", stem(name).substring(begin.length())))
                : Optional.empty();
    }
}

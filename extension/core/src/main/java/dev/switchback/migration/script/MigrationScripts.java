package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.ScriptLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Everything that one scan of the locations found.
 *
 * @param pairs the versioned migrations in order, each with its undo
 * @param repeatables the repeatable migrations, as Flyway calls them
 * @param resources all files of the locations, for what runs beside the migrations: callbacks, script configuration
 * @param findings what is wrong with the files themselves
 */
public record MigrationScripts(
        List<ScriptPair> pairs, List<String> repeatables, ResourceProvider resources, List<Finding> findings) {

    /** How the events begin after which Flyway names the files of callbacks. */
    private static final Pattern CALLBACK = Pattern.compile("(?i)before|after|create");

    public MigrationScripts {
        pairs = List.copyOf(pairs);
        repeatables = List.copyOf(repeatables);
        findings = List.copyOf(findings);
    }

    /** Whether two databases of one server might meet in what runs here; nothing is known of Java code. */
    public boolean concernServer(Configuration configuration, ScriptLanguage language) {
        return configuration.getCallbacks().length > 0
                || haveJava()
                || language.concernsServer(Objects.requireNonNullElse(configuration.getInitSql(), ""))
                || Stream.concat(scripts(), callbacks(configuration))
                        .map(Script::text)
                        .anyMatch(language::concernsServer);
    }

    /**
     * The repeatable migrations that Flyway runs every time, because the time of the run is part of their checksum. Within one
     * second of the last run Flyway would take them for unchanged.
     */
    public List<String> repeatablesOfEveryRun(Configuration configuration) {
        if (!configuration.isPlaceholderReplacement()) {
            return List.of();
        }
        String time = (configuration.getPlaceholderPrefix() + "flyway" + configuration.getPlaceholderSeparator()
                        + "timestamp" + configuration.getPlaceholderSuffix())
                .toLowerCase(Locale.ROOT);
        return repeatableScripts(configuration).stream()
                .filter(script -> script.text().toLowerCase(Locale.ROOT).contains(time))
                .map(Script::name)
                .toList();
    }

    /** The repeatable migrations that are SQL. */
    public List<Script> repeatableScripts(Configuration configuration) {
        return resources
                .getResources(configuration.getRepeatableSqlMigrationPrefix(), configuration.getSqlMigrationSuffixes())
                .stream()
                .<Script>map(Script.Sql::new)
                .filter(script -> repeatables.contains(script.name()))
                .toList();
    }

    /** The files of SQL that may be callbacks: all that are named as events begin. */
    public List<Script> callbackScripts(Configuration configuration) {
        return callbacks(configuration).filter(MigrationScripts::isNamedAsEvent).toList();
    }

    /** Whether a migration or its undo is Java. */
    public boolean haveJava() {
        return scripts().anyMatch(Script.Java.class::isInstance);
    }

    /** Whether more than the scripts may run. */
    public boolean haveCallbacks(Configuration configuration) {
        return configuration.getCallbacks().length > 0
                || callbacks(configuration).anyMatch(MigrationScripts::isNamedAsEvent);
    }

    private static boolean isNamedAsEvent(Script script) {
        String file = script.name().substring(script.name().lastIndexOf('/') + 1);
        return CALLBACK.matcher(file).lookingAt();
    }

    private Stream<Script> scripts() {
        return pairs.stream().flatMap(pair -> Stream.concat(Stream.of(pair.up()), pair.undo().stream()));
    }

    /** All files of SQL beside the migrations, of which Flyway runs those that are named after an event. */
    private Stream<Script> callbacks(Configuration configuration) {
        return resources.getResources("", configuration.getSqlMigrationSuffixes()).stream()
                .map(Script.Sql::new);
    }

    public List<Migration> migrations() {
        return pairs.stream().map(ScriptPair::migration).toList();
    }
}

package dev.switchback.migration.drift;

import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.log.QuietFlyway;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.script.ChosenResources;
import dev.switchback.migration.script.JavaMigrations;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Runs the migrations that one database has had in another. */
final class HistoryRun {

    /** A class, where a file would have a suffix. */
    private static final Pattern JAVA = Pattern.compile("(?:[\\w$]+\\.)*R__\\w+");

    private final Configuration configuration;
    private final AppliedHistory history;
    private final MigrationScripts scripts;

    HistoryRun(Configuration configuration, AppliedHistory history, MigrationScripts scripts) {
        this.configuration = configuration;
        this.history = history;
        this.scripts = scripts;
    }

    /**
     * Runs what has not run yet.
     *
     * @param repeatables the descriptions of the repeatable migrations that are to run, too
     * @return the schema that it makes
     */
    Schema run(Connection here, Set<String> repeatables) {
        FluentConfiguration own = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .resourceProvider(new ChosenResources(
                        scripts.resources(),
                        new AppliedFiles(configuration, name -> history.has(name.version()), repeatables::contains)))
                .javaMigrationClassProvider(List::of)
                .javaMigrations(javaMigrations(repeatables))
                .target(MigrationVersion.LATEST)
                .validateOnMigrate(false)
                .validateMigrationNaming(false)
                .failOnMissingLocations(false);
        MigrationDialect.ofProductOf(configuration.getDataSource()).prepare(own);
        QuietFlyway flyway = QuietFlyway.load(own);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new MigrationsException(String.valueOf(e.getMessage()).strip(), e);
        }
        return Migrations.of(flyway.flyway()).schema(here);
    }

    private JavaMigration[] javaMigrations(Set<String> repeatables) {
        List<JavaMigration> chosen = new ArrayList<>();
        for (ScriptPair pair : scripts.pairs()) {
            if (pair.up() instanceof Script.Java java
                    && history.has(MigrationVersion.fromVersion(pair.migration().version()))) {
                chosen.add(java.migration());
            }
        }
        history.repeatables().forEach((description, entry) -> {
            if (repeatables.contains(description)
                    && JAVA.matcher(entry.script()).matches()) {
                chosen.add(JavaMigrations.create(entry.script(), configuration.getClassLoader()));
            }
        });
        return chosen.toArray(JavaMigration[]::new);
    }
}

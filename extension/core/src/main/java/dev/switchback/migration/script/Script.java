package dev.switchback.migration.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script that Flyway runs: a file of SQL or a Java class. */
public sealed interface Script {

    /** How Flyway and people call it: the file's path below its location, or the class. */
    String name();

    /** Where a person finds it. */
    String location();

    /** Where a person changes it: on the class path, if it was found there, and not where a build put a copy of it. */
    String source();

    /** The text, empty for a class. */
    String text();

    /** The name of the class, empty for SQL. */
    Optional<String> javaClass();

    record Sql(LoadableResource resource) implements Script {

        @Override
        public String name() {
            return resource.getRelativePath();
        }

        @Override
        public String location() {
            String onDisk = resource.getAbsolutePathOnDisk();
            return onDisk == null ? resource.getAbsolutePath() : ScriptPath.readable(onDisk);
        }

        @Override
        public Optional<String> javaClass() {
            return Optional.empty();
        }

        @Override
        public String source() {
            return ScriptPath.readable(resource.getAbsolutePath());
        }

        @Override
        public String text() {
            try (Reader reader = resource.read();
                    BufferedReader lines = new BufferedReader(reader)) {
                return lines.lines().collect(Collectors.joining("\n"));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + location(), e);
            }
        }
    }

    record Java(JavaMigration migration, String location) implements Script {

        @Override
        public String name() {
            return location.substring(location.lastIndexOf('.') + 1);
        }

        @Override
        public Optional<String> javaClass() {
            return Optional.of(location);
        }

        @Override
        public String source() {
            return location;
        }

        @Override
        public String text() {
            return "";
        }
    }
}

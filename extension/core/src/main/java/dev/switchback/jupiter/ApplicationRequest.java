package dev.switchback.jupiter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The database that a test class wants for its application: equal requests can be met by one. Names no class and no port. */
public final class ApplicationRequest {

    private final SwitchbackSession session;
    private final DatabaseSettings settings;

    private ApplicationRequest(SwitchbackSession session, DatabaseSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** That of a class; empty if the class asks for no database. */
    static Optional<ApplicationRequest> of(ExtensionContext testClass) {
        return SettingsReader.sources(testClass).askForADatabase()
                ? Optional.of(new ApplicationRequest(
                        SwitchbackSession.of(testClass),
                        SettingsReader.test(testClass).database()))
                : Optional.empty();
    }

    /** Where the migrations are, if that was said. */
    public Optional<List<String>> migrations() {
        List<String> locations = settings.flyway().migrations();
        return locations.equals(DatabaseReader.DEFAULT_LOCATION) ? Optional.empty() : Optional.of(locations);
    }

    /** The version at which migrations end, if that was said. */
    public Optional<String> target() {
        return Optional.of(settings.target())
                .filter(target -> !target.equals(MigrationVersion.LATEST) && !target.equals(MigrationVersion.EMPTY))
                .map(MigrationVersion::getVersion);
    }

    /** A new, empty database, which the caller closes. */
    public ApplicationDatabase create() {
        return new ApplicationDatabase(session, settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationRequest that && session == that.session && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(session), settings);
    }
}

package dev.switchback.jupiter;

import dev.switchback.MigrationTest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The versions that a {@link MigrationTest} names.
 *
 * @param from where it begins
 * @param to where it goes; empty for the next version
 * @param method the test
 */
record MigrationTestRange(MigrationVersion from, Optional<MigrationVersion> to, Method method) {

    static MigrationTestRange of(MigrationTest annotation, Method method) {
        return new MigrationTestRange(
                Versions.parse("@MigrationTest(from)", annotation.from().strip()),
                Optional.of(annotation.to().strip())
                        .filter(to -> !to.isEmpty())
                        .map(to -> Versions.parse("@MigrationTest(to)", to)),
                method);
    }

    /** The version where it ends, which is not the one where it begins; an error if one of the two has no migration. */
    MigrationVersion end(List<MigrationVersion> known) {
        check(from, "from", known);
        MigrationVersion end = to.orElseGet(() -> next(known));
        check(end, "to", known);
        if (from.equals(end)) {
            throw wrong("from, to", "both are %s, so there is nothing to migrate".formatted(from));
        }
        return end;
    }

    private void check(MigrationVersion version, String attribute, List<MigrationVersion> known) {
        Versions.problem(version, known).ifPresent(problem -> {
            throw wrong(attribute, problem);
        });
    }

    private MigrationVersion next(List<MigrationVersion> known) {
        return known.stream()
                .filter(version -> version.compareTo(from) > 0)
                .findFirst()
                .orElseThrow(() -> wrong(
                        "from",
                        "it is %s, which is the newest version; name an older one, or one to go back to with to = ..."
                                .formatted(from)));
    }

    private ExtensionConfigurationException wrong(String attributes, String problem) {
        return ConfigurationErrors.at(method, "@MigrationTest(" + attributes + ")", problem);
    }
}

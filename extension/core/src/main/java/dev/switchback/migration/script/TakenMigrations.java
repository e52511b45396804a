package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations that are gone through, of those that Flyway found: neither scripts of a shell, nor a baseline that stands for
 * migrations which are there.
 */
final class TakenMigrations {

    private static final String SHELL_SCRIPT = "SCRIPT";

    private final List<MigrationInfo> versioned;
    private final List<MigrationInfo> repeatable;
    private final List<Finding> findings = new ArrayList<>();

    TakenMigrations(MigrationInfo... found) {
        versioned =
                Arrays.stream(found).filter(info -> info.getVersion() != null).toList();
        repeatable =
                Arrays.stream(found).filter(info -> info.getVersion() == null).toList();
    }

    /** The names of the repeatable ones. */
    List<String> repeatables() {
        return repeatable.stream()
                .filter(info -> !isShellScript(info))
                .map(MigrationInfo::getScript)
                .toList();
    }

    /** The versioned ones. */
    List<MigrationInfo> migrations() {
        Optional<MigrationVersion> first = versioned.stream()
                .filter(info -> !isBaseline(info))
                .map(MigrationInfo::getVersion)
                .min(MigrationVersion::compareTo);
        Optional<MigrationVersion> baseline = versioned.stream()
                .filter(TakenMigrations::isBaseline)
                .map(MigrationInfo::getVersion)
                .filter(version -> first.isEmpty() || version.compareTo(first.get()) < 0)
                .max(MigrationVersion::compareTo);
        List<MigrationInfo> taken = new ArrayList<>();
        findings.clear();
        for (MigrationInfo info : versioned) {
            if (isShellScript(info)) {
                findings.add(ScriptFindings.shellScript(info.getScript(), place(info)));
            } else if (!isBaseline(info)
                    || baseline.filter(info.getVersion()::equals).isPresent()) {
                taken.add(info);
            } else {
                findings.add(ScriptFindings.baselineNotRun(info.getScript(), place(info)));
            }
        }
        repeatable.stream()
                .filter(TakenMigrations::isShellScript)
                .forEach(info -> findings.add(ScriptFindings.shellScript(info.getScript(), place(info))));
        return taken;
    }

    /** The findings about those that are left out, once the migrations were asked for. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String place(MigrationInfo info) {
        return Objects.requireNonNullElse(info.getPhysicalLocation(), info.getScript());
    }

    static boolean isBaseline(MigrationInfo info) {
        return info.getType().isBaseline();
    }

    static boolean isShellScript(MigrationInfo info) {
        return info.getType().name().equals(SHELL_SCRIPT);
    }
}

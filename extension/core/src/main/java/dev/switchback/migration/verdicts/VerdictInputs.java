package dev.switchback.migration.verdicts;

import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.ScriptLanguage;
import dev.switchback.migration.script.MigrationScripts;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The inputs of a round trip's verdicts.
 *
 * @param first the index of the first migration that is judged
 * @param language what can be told of a script's text
 */
public record VerdictInputs(
        Configuration configuration,
        MigrationScripts scripts,
        RoundTripSettings settings,
        int first,
        ScriptLanguage language) {

    boolean isOneVerdict() {
        return settings.mode() == RoundTripMode.FULL;
    }

    /** The settings that a verdict follows from; how it is come by, and where it is kept, is none. */
    String judgement() {
        return settings.withParallelism(RoundTripSettings.DEFAULT_PARALLELISM)
                .withoutCache()
                .toString();
    }
}

package dev.switchback.migration;

import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The round trip of one migration: what was before it, what is after it, and the verdict.
 *
 * @param migration the migration
 * @param before the schema before it
 * @param after the schema after it
 * @param verdict what became of the step
 * @param times how long its scripts took
 */
public record MigrationStep(Migration migration, Schema before, Schema after, Verdict verdict, StepTimes times) {

    /** The changes that the migration made. */
    public SchemaDiff changes() {
        return SchemaDiff.between(before, after);
    }

    @API(status = API.Status.INTERNAL)
    public MigrationStep with(Verdict other) {
        return new MigrationStep(migration, before, after, other, times);
    }

    @API(status = API.Status.INTERNAL)
    public static MigrationStep of(Migration migration, Verdict verdict) {
        return new MigrationStep(migration, Schema.none(), Schema.none(), verdict, StepTimes.NONE);
    }

    @API(status = API.Status.INTERNAL)
    public static MigrationStep skipped(Migration migration, String reason) {
        return of(migration, new Verdict.Skipped(reason));
    }

    /** The steps that are out of reach because one before them fails. */
    @API(status = API.Status.INTERNAL)
    public static List<MigrationStep> notReached(List<ScriptPair> pairs, PhaseFailure failure) {
        String reason = "not reached: " + failure.phase().pair().migration().title() + " fails";
        return pairs.stream().map(pair -> skipped(pair.migration(), reason)).toList();
    }

    /** The same where the one that fails is no step: the first of them says so. */
    @API(status = API.Status.INTERNAL)
    public static List<MigrationStep> unreachable(List<ScriptPair> pairs, PhaseFailure failure) {
        MigrationStep first = of(pairs.get(0).migration(), new Verdict.Failed(List.of(FailureFindings.of(failure))));
        return Stream.concat(Stream.of(first), notReached(pairs.subList(1, pairs.size()), failure).stream())
                .toList();
    }

    @Override
    public String toString() {
        return migration.displayName();
    }
}

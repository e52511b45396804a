package dev.switchback.migration;

import dev.switchback.migration.run.FailureFindings;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The round trip of one migration: the schema before it and after it, and the verdict.
 *
 * <p>Made by Switchback only, so that it may say more in later versions.
 */
public final class MigrationStep {

    private static final String NOT_REACHED = "not reached: ";

    private final Migration migration;
    private final Schema before;
    private final Schema after;
    private final Verdict verdict;
    private final StepTimes times;
    private final boolean known;
    private final List<RowsOnWay> rows;

    @API(status = API.Status.INTERNAL)
    public MigrationStep(Migration migration, Schema before, Schema after, Verdict verdict, StepTimes times) {
        this(migration, before, after, verdict, times, false, List.of());
    }

    private MigrationStep(
            Migration migration,
            Schema before,
            Schema after,
            Verdict verdict,
            StepTimes times,
            boolean known,
            List<RowsOnWay> rows) {
        this.migration = migration;
        this.before = before;
        this.after = after;
        this.verdict = verdict;
        this.times = times;
        this.known = known;
        this.rows = List.copyOf(rows);
    }

    /** The migration. */
    public Migration migration() {
        return migration;
    }

    /** The schema before it. */
    public Schema before() {
        return before;
    }

    /** The schema after it. */
    public Schema after() {
        return after;
    }

    /** The verdict on the step. */
    public Verdict verdict() {
        return verdict;
    }

    /** How long its scripts took. */
    public StepTimes times() {
        return times;
    }

    /**
     * Whether it was not judged in this run, because an earlier one judged it and nothing that the verdict follows from has
     * changed since. Its scripts did not run then.
     */
    public boolean isKnown() {
        return known;
    }

    /** The changes that the migration made. */
    public SchemaDiff changes() {
        return SchemaDiff.between(before, after);
    }

    /** The tables whose rows were others after a way than before it, in the order of the ways. */
    @API(status = API.Status.INTERNAL)
    public List<RowsOnWay> rows() {
        return rows;
    }

    @API(status = API.Status.INTERNAL)
    public MigrationStep with(Verdict other) {
        return new MigrationStep(migration, before, after, other, times, known, rows);
    }

    @API(status = API.Status.INTERNAL)
    public MigrationStep with(List<RowsOnWay> seen) {
        return new MigrationStep(migration, before, after, verdict, times, known, seen);
    }

    /** A step that an earlier run has judged. */
    @API(status = API.Status.INTERNAL)
    public static MigrationStep known(Migration migration, Schema before, Schema after, Verdict verdict) {
        return new MigrationStep(migration, before, after, verdict, StepTimes.NONE, true, List.of());
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
        String reason = NOT_REACHED + failure.phase().pair().migration().title() + " fails";
        return pairs.stream().map(pair -> skipped(pair.migration(), reason)).toList();
    }

    /** Whether a migration before this one fails. */
    @API(status = API.Status.INTERNAL)
    public boolean isOutOfReach() {
        return verdict instanceof Verdict.Skipped skipped && skipped.reason().startsWith(NOT_REACHED);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationStep that
                && migration.equals(that.migration)
                && before.equals(that.before)
                && after.equals(that.after)
                && verdict.equals(that.verdict)
                && times.equals(that.times)
                && known == that.known
                && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(migration, before, after, verdict, times, known, rows);
    }
}

package dev.switchback.lint.rules;

import java.util.List;
import java.util.stream.Stream;

/** The checks of what a migration does. A new rule is a class beside this one and a line here. */
public final class EffectChecks {

    /** All of them, in the order of their findings on one statement. */
    public static final List<EffectCheck> ALL = Stream.of(
                    Stream.<EffectCheck>of(
                            new IndexNotConcurrent(),
                            new IndexRebuilt(),
                            new IndexDropped(),
                            new IndexReplacedLate(),
                            new ForeignKeyScans(),
                            new CheckScans(),
                            new ValidatedWhileLocked(),
                            new NotNullScans(),
                            new UniqueBuildsIndex(),
                            new ExclusionBuildsIndex(),
                            new PartitionDetached(),
                            new PartitionScanned(),
                            new TriggerAdded(),
                            new RequiredColumnAdded()),
                    TableRewritten.all().stream(),
                    Stream.of(
                            new WorkWhileLocked(WorkWhileLocked.WRITES),
                            new WorkWhileLocked(WorkWhileLocked.READS),
                            new SeveralTablesLocked(),
                            new RowsReadAgain(),
                            new TransactionEnded(),
                            new IdentifierCut(),
                            new ObjectDropped(ObjectDropped.TABLE),
                            new ObjectDropped(ObjectDropped.COLUMN),
                            new TableTruncated(),
                            new RowsDeleted()),
                    ObjectRemoved.all(),
                    RunningVersion.all(),
                    Stream.of(new NotNullDropped(), new UndoLosesRows()))
            .<EffectCheck>flatMap(checks -> checks)
            .toList();

    private EffectChecks() {}
}

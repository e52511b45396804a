package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsException;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.provision.Database;

/** The state before one migration, with rows made up for its tables: the same in each copy. */
final class FilledState implements StateCopies {

    private final StateCopies bare;
    private final CopyFilling filling;
    private final FillPlan plan;
    private GeneratedRowsReport report = new GeneratedRowsReport(java.util.List.of());

    FilledState(StateCopies bare, CopyFilling filling, FillPlan plan) {
        this.bare = bare;
        this.filling = filling;
        this.plan = plan;
    }

    @Override
    public Database copyAfter(int count) throws PhaseFailure {
        Database copy = bare.copyAfter(count);
        boolean isFilled = false;
        try {
            report = filling.fill(count, copy, plan);
            isFilled = true;
            return copy;
        } catch (GeneratedRowsException e) {
            throw new MigrationsException(String.valueOf(e.getMessage()), e);
        } finally {
            if (!isFilled) {
                copy.close();
            }
        }
    }

    @Override
    public SnapshotReader snapshots(Database copy) {
        return bare.snapshots(copy);
    }

    @Override
    public SnapshotReader laterSnapshots(Database copy) {
        return bare.laterSnapshots(copy);
    }

    /** Tables of the last copy, with the rows that each got or the reason why not. */
    GeneratedRowsReport report() {
        return report;
    }
}

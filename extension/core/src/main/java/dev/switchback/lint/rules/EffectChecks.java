package dev.switchback.lint.rules;

import java.util.List;
import java.util.stream.Stream;

/** The checks of what a migration does. A new rule is a class beside this one and a line here. */
public final class EffectChecks {

    /** All of them, in the order of their findings on one statement. */
    public static final List<EffectCheck> ALL = Stream.concat(
                    Stream.of(
                            new IndexNotConcurrent(),
                            new ForeignKeyScans(),
                            new CheckScans(),
                            new NotNullScans(),
                            new UniqueBuildsIndex(),
                            new ExclusionBuildsIndex(),
                            new ObjectDropped(ObjectDropped.TABLE),
                            new ObjectDropped(ObjectDropped.COLUMN)),
                    TableRewritten.all().stream())
            .toList();

    private EffectChecks() {}
}

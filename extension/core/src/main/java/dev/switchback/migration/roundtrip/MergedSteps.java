package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps of several trips over the same migrations, each migration once, with all that was found. */
public final class MergedSteps {

    private final Map<Migration, MigrationStep> steps = new LinkedHashMap<>();

    /** Begins with the longest trip. */
    MergedSteps(List<MigrationStep> first) {
        first.forEach(step -> steps.put(step.migration(), step));
    }

    void merge(List<MigrationStep> more) {
        more.forEach(step -> steps.merge(
                step.migration(), step, (known, other) -> known.with(merge(known.verdict(), other.verdict()))));
    }

    List<MigrationStep> all() {
        return List.copyOf(steps.values());
    }

    private static Verdict merge(Verdict first, Verdict second) {
        if (first instanceof Verdict.Skipped) {
            return second instanceof Verdict.Failed ? second : first;
        }
        if (second instanceof Verdict.Skipped) {
            return first instanceof Verdict.Failed ? first : second;
        }
        return StepJudge.verdict(Stream.of(first, second)
                .flatMap(verdict -> verdict.findings().stream())
                .distinct()
                .toList());
    }

    /** Some and more. */
    public static <T> List<T> all(List<T> first, List<T> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }
}

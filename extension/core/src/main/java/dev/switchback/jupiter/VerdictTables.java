package dev.switchback.jupiter;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.report.HistoryReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The round trips of one class, told when the class is over: one table for the same migrations, however often and in
 * whatever mode they were judged, and none that another class of the session has printed already. Thread-safe.
 */
final class VerdictTables implements StoreResource {

    private record Subject(List<String> locations, List<Migration> migrations) {}

    private record Judged(RoundTripSettings settings, RoundTripResult result) {

        RoundTripMode mode() {
            return settings.mode();
        }

        RoundTripRows rows() {
            return settings.generatedRows();
        }
    }

    private record Printed(List<String> locations, String table) {}

    private final SwitchbackSession session;
    private final ReportWanted wanted;
    private final String testClass;
    private final Map<Subject, List<Judged>> all = new LinkedHashMap<>();

    private VerdictTables(SwitchbackSession session, ReportWanted wanted, String testClass) {
        this.session = session;
        this.wanted = wanted;
        this.testClass = testClass;
    }

    /** The consumer of a result that the parameter asks for; an unknown value is refused at once. */
    static Consumer<RoundTripResult> asked(ExtensionContext context, RoundTripRequest request) {
        ReportWanted wanted = ReportWanted.by(context::getConfigurationParameter);
        if (wanted.isNothing()) {
            return result -> {};
        }
        VerdictTables tables = of(context, wanted);
        return result -> tables.add(request, result);
    }

    /** The tables of the class that a class or a method belongs to. */
    private static VerdictTables of(ExtensionContext context, ReportWanted wanted) {
        SwitchbackSession session = SwitchbackSession.of(context);
        ExtensionContext shared =
                context.getTestMethod().flatMap(test -> context.getParent()).orElse(context);
        String testClass = shared.getTestClass().map(Class::getName).orElse(shared.getDisplayName());
        return StoreResource.in(
                shared.getStore(StoreResource.NAMESPACE),
                VerdictTables.class,
                VerdictTables.class,
                () -> new VerdictTables(session, wanted, testClass));
    }

    private synchronized void add(RoundTripRequest request, RoundTripResult result) {
        Subject subject = new Subject(
                request.database().flyway().migrations(),
                result.steps().stream().map(MigrationStep::migration).toList());
        all.computeIfAbsent(subject, absent -> new ArrayList<>()).add(new Judged(request.settings(), result));
    }

    @Override
    public synchronized void close() {
        all.forEach((subject, judged) -> {
            // STEPS is the first mode, and its verdict on a migration is about that one alone; what rows show comes
            // last
            judged.sort(Comparator.comparing((Judged each) -> each.rows() == RoundTripRows.ONLY_GENERATED)
                    .thenComparing(Judged::mode));
            List<RoundTripResult> results = judged.stream().map(Judged::result).toList();
            String table = ConsoleReport.of(results);
            Printed printed = new Printed(subject.locations(), ConsoleReport.verdictsAlone(table));
            if (wanted.table()) {
                session.once(printed, () -> System.out.print(table));
            }
            wanted.page().ifPresent(page -> session.report(page)
                    .add(subject.locations(), printed, testClass, undo(judged), history -> tell(judged, history)));
        });
        all.clear();
    }

    private static List<String> undo(List<Judged> judged) {
        return judged.stream()
                .flatMap(each -> each.settings().undo().stream())
                .distinct()
                .toList();
    }

    private static void tell(List<Judged> judged, HistoryReport history) {
        judged.forEach(each -> history.with(each.result(), each.settings()));
    }
}

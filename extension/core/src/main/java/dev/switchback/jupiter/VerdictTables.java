package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The round trips of one class, printed when the class is over: one table for the same migrations, however often and in
 * whatever mode they were judged, and none that another class of the session has printed already. Thread-safe.
 */
final class VerdictTables implements StoreResource {

    private record Subject(List<String> locations, List<Migration> migrations) {}

    private record Judged(RoundTripMode mode, RoundTripResult result) {}

    private record Printed(List<String> locations, String table) {}

    private final SwitchbackSession session;
    private final Map<Subject, List<Judged>> all = new LinkedHashMap<>();

    private VerdictTables(SwitchbackSession session) {
        this.session = session;
    }

    /** The consumer of a result that the parameter asks for; an unknown value is refused at once. */
    static Consumer<RoundTripResult> asked(ExtensionContext context, RoundTripRequest request) {
        String wanted =
                context.getConfigurationParameter(SwitchbackParameters.REPORT).orElse("console");
        return switch (wanted) {
            case "none" -> result -> {};
            case "console" -> {
                VerdictTables tables = of(context);
                yield result -> tables.add(request, result);
            }
            default ->
                throw ConfigurationErrors.value(SwitchbackParameters.REPORT, wanted, "must be one of console, none");
        };
    }

    /** The tables of the class that a class or a method belongs to. */
    private static VerdictTables of(ExtensionContext context) {
        SwitchbackSession session = SwitchbackSession.of(context);
        ExtensionContext shared =
                context.getTestMethod().flatMap(test -> context.getParent()).orElse(context);
        return StoreResource.in(
                shared.getStore(StoreResource.NAMESPACE),
                VerdictTables.class,
                VerdictTables.class,
                () -> new VerdictTables(session));
    }

    private synchronized void add(RoundTripRequest request, RoundTripResult result) {
        Subject subject = new Subject(
                request.database().flyway().migrations(),
                result.steps().stream().map(MigrationStep::migration).toList());
        all.computeIfAbsent(subject, absent -> new ArrayList<>())
                .add(new Judged(request.settings().mode(), result));
    }

    @Override
    public synchronized void close() {
        all.forEach((subject, judged) -> {
            // STEPS is the first mode, and its verdict on a migration is about that one alone
            judged.sort(Comparator.comparing(Judged::mode));
            String table = ConsoleReport.of(judged.stream().map(Judged::result).toList());
            session.once(
                    new Printed(subject.locations(), ConsoleReport.verdictsAlone(table)),
                    () -> System.out.print(table));
        });
        all.clear();
    }
}

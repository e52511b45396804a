package dev.switchback.jupiter;

import dev.switchback.MigrationChecks;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The findings that the checks of one class have told, so that two of {@link MigrationChecks} do not tell the same of one migration. */
final class ToldFindings implements StoreResource {

    private final Map<String, String> methods = new ConcurrentHashMap<>();

    /** The check that has told all that is wrong with a step; empty if this one has to. */
    static Optional<String> elsewhere(MigrationStep step, ExtensionContext context) {
        return elsewhere(step.verdict().findings(), context);
    }

    /** The check that has told all that is wrong, of one migration or of all; empty if this one has to. */
    static Optional<String> elsewhere(List<Finding> findings, ExtensionContext context) {
        boolean isCheck = context.getTestMethod()
                .filter(method -> method.getDeclaringClass().equals(MigrationChecks.class))
                .isPresent();
        List<String> titles =
                TestOutcome.failures(findings).stream().map(Finding::title).toList();
        return isCheck && !titles.isEmpty()
                ? of(context).by(context.getRequiredTestMethod().getName(), titles)
                : Optional.empty();
    }

    private static ToldFindings of(ExtensionContext context) {
        ExtensionContext shared = context;
        while (shared.getTestMethod().isPresent() && shared.getParent().isPresent()) {
            shared = shared.getParent().get();
        }
        return StoreResource.in(
                shared.getStore(StoreResource.NAMESPACE), ToldFindings.class, ToldFindings.class, ToldFindings::new);
    }

    private Optional<String> by(String method, List<String> titles) {
        boolean isTold = titles.stream()
                .map(title -> methods.computeIfAbsent(title, first -> method))
                .noneMatch(method::equals);
        return isTold ? Optional.ofNullable(methods.get(titles.get(0))) : Optional.empty();
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}

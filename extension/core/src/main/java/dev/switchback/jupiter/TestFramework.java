package dev.switchback.jupiter;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A framework that runs an application in tests. Its integration implements this and is found through {@link ServiceLoader}. */
public interface TestFramework {

    /** The database of the application of that test or class, which is started if it is not running; empty if there is none. */
    Optional<ApplicationDatabase> application(ExtensionContext context);

    /** That of the first framework that has one, if {@link RunningTests#request} was asked for the class. */
    static Optional<ApplicationDatabase> applicationOf(ExtensionContext context) {
        return RunningTests.isRequested(context) ? find(context) : Optional.empty();
    }

    /** Whether there is any on the class path. */
    static boolean isInstalled(ExtensionContext context) {
        return !Installed.of(context).all().isEmpty();
    }

    private static Optional<ApplicationDatabase> find(ExtensionContext context) {
        return Installed.of(context).all().stream()
                .flatMap(framework -> framework.application(context).stream())
                .findFirst();
    }

    /** Those on the class path. */
    record Installed(List<TestFramework> all) {

        private static Installed of(ExtensionContext context) {
            return StoreResource.in(
                    context.getRoot().getStore(StoreResource.NAMESPACE),
                    TestFramework.class,
                    Installed.class,
                    Installed::load);
        }

        private static Installed load() {
            return new Installed(ServiceLoader.load(TestFramework.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());
        }
    }
}

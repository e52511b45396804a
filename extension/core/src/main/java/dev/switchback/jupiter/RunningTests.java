package dev.switchback.jupiter;

import dev.switchback.Reset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The test classes and tests that run at the moment. A framework that makes an application for a class is told the class or the
 * method, but not JUnit's context of it, in which the settings and the session are.
 */
public final class RunningTests {

    private static final Map<Class<?>, ExtensionContext> CLASSES = new ConcurrentHashMap<>();
    private static final ThreadLocal<ExtensionContext> TEST = new ThreadLocal<>();

    private record Requested(Class<?> testClass) {}

    private RunningTests() {}

    /** Adds a class, or the test of this thread, until its context ends. */
    static void add(ExtensionContext context) {
        StoreResource.in(
                context.getStore(StoreResource.NAMESPACE),
                RunningTests.class + context.getUniqueId(),
                StoreResource.class,
                () -> context.getTestMethod().isPresent() ? addTest(context) : addClass(context));
    }

    private static StoreResource addClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        CLASSES.put(testClass, context);
        return () -> CLASSES.remove(testClass, context);
    }

    private static StoreResource addTest(ExtensionContext context) {
        Optional<ExtensionContext> around = test();
        TEST.set(context);
        return () -> around.ifPresentOrElse(TEST::set, TEST::remove);
    }

    /**
     * The database that a class asks for; empty if it asks for none or does not run. Whoever asks makes the class an application:
     * its {@link TestFramework} is asked for it.
     */
    public static Optional<ApplicationRequest> request(Class<?> testClass) {
        Optional<ExtensionContext> context = Optional.ofNullable(CLASSES.get(testClass));
        Optional<ApplicationRequest> request = context.flatMap(ApplicationRequest::of);
        request.ifPresent(
                made -> context.get().getStore(StoreResource.NAMESPACE).put(new Requested(testClass), made));
        return request;
    }

    /** Whether a framework has asked for the database of that class. */
    static boolean isRequested(ExtensionContext context) {
        return context.getTestClass()
                .map(testClass -> context.getStore(StoreResource.NAMESPACE).get(new Requested(testClass)))
                .isPresent();
    }

    /** JUnit's context of a class that runs, if its tests keep each other's rows: {@link Reset#NONE}. */
    public static Optional<ExtensionContext> keepingRows(Class<?> testClass) {
        return Optional.ofNullable(CLASSES.get(testClass))
                .filter(context -> SettingsReader.test(context).seeding().reset() == Reset.NONE);
    }

    /** The test that this thread runs. */
    public static Optional<ExtensionContext> test() {
        return Optional.ofNullable(TEST.get());
    }
}

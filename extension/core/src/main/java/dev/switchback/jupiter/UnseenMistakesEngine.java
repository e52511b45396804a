package dev.switchback.jupiter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Fails for mistakes that no extension sees: methods that look like tests of ours and that JUnit Jupiter leaves out, in
 * classes where no extension of ours is asked, classes that ask for a check and have no test, and settings that nobody reads. Has no tests where there is no mistake. For
 * JUnit.
 */
public final class UnseenMistakesEngine implements TestEngine {

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(
                            type -> ClassWithoutTests.of(type).isPresent()
                                    || deadMethods(type).findAny().isPresent())
                    .addSelectorResolver(new Resolver())
                    .build();

    /** For JUnit. */
    public UnseenMistakesEngine() {}

    @Override
    public String getId() {
        return "switchback";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new EngineDescriptor(uniqueId, "Switchback");
        try {
            SettingNames.handedOver(request.getConfigurationParameters().keySet())
                    .check(Optional.empty());
        } catch (ExtensionConfigurationException unknown) {
            engine.addChild(new Mistake(engine, "settings", "settings", Optional.empty(), unknown));
        }
        RESOLVER.resolve(request, engine);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor engine = request.getRootTestDescriptor();
        listener.executionStarted(engine);
        for (TestDescriptor test : engine.getChildren()) {
            listener.executionStarted(test);
            listener.executionFinished(test, TestExecutionResult.failed(((Mistake) test).error));
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }

    private static Stream<DeadMethod> deadMethods(Class<?> type) {
        try {
            Stream<DeadMethod> own = isToldByJupiter(type) ? Stream.empty() : DeadMethod.in(type);
            List<DeadMethod> found = Stream.concat(
                            own,
                            Stream.of(type.getDeclaredClasses())
                                    .filter(nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                                    .flatMap(UnseenMistakesEngine::deadMethods))
                    .toList();
            return found.stream();
        } catch (LinkageError missing) {
            // a class that cannot be looked through is told by the engine whose test it is
            return Stream.empty();
        }
    }

    /** The extension looks through the class where it is registered for it and the class has a test. */
    private static boolean isToldByJupiter(Class<?> type) {
        boolean hasExtension = Stream.<Class<?>>iterate(type, Class::getEnclosingClass)
                .takeWhile(enclosing -> enclosing != null)
                .flatMap(enclosing -> AnnotationSupport.findRepeatableAnnotations(enclosing, ExtendWith.class).stream())
                .anyMatch(extend -> List.of(extend.value()).contains(SwitchbackExtension.class));
        return (hasExtension || isRegistered(type))
                && AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .anyMatch(method -> DeadMethod.of(method).isEmpty());
    }

    private static boolean isRegistered(Class<?> type) {
        return !AnnotationSupport.findAnnotatedFields(
                        type,
                        RegisterExtension.class,
                        field -> SwitchbackExtension.class.isAssignableFrom(field.getType()))
                .isEmpty();
    }

    private static Stream<Function<TestDescriptor, Mistake>> mistakes(Class<?> type) {
        return Stream.concat(
                ClassWithoutTests.of(type).stream().map(empty -> parent -> Mistake.of(empty, parent)),
                deadMethods(type).map(dead -> parent -> Mistake.of(dead, parent)));
    }

    private static final class Resolver implements SelectorResolver {

        @Override
        public Resolution resolve(ClassSelector selector, Context context) {
            Set<Match> found = mistakes(selector.getJavaClass())
                    .flatMap(mistake -> context.addToParent(parent -> Optional.of(mistake.apply(parent))).stream())
                    .map(Match::exact)
                    .collect(Collectors.toSet());
            return found.isEmpty() ? Resolution.unresolved() : Resolution.matches(found);
        }
    }

    private static final class Mistake extends AbstractTestDescriptor {

        private final ExtensionConfigurationException error;

        Mistake(
                TestDescriptor parent,
                String id,
                String name,
                Optional<? extends TestSource> source,
                ExtensionConfigurationException error) {
            super(parent.getUniqueId().append("mistake", id), name, source.orElse(null));
            this.error = error;
        }

        static Mistake of(ClassWithoutTests empty, TestDescriptor parent) {
            return new Mistake(
                    parent,
                    empty.type().getName(),
                    empty.type().getSimpleName(),
                    Optional.of(ClassSource.from(empty.type())),
                    empty.error());
        }

        static Mistake of(DeadMethod dead, TestDescriptor parent) {
            return new Mistake(
                    parent,
                    dead.method().toString(),
                    dead.method().getName() + "()",
                    Optional.of(MethodSource.from(dead.method())),
                    dead.error());
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}

package dev.switchback.jupiter;

import dev.switchback.Switchback;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds what a test class registers in code. */
final class RegisteredSwitchback {

    private RegisteredSwitchback() {}

    /** The {@code Switchback} of the nearest class that has one in a static field. */
    static Optional<ConfiguredInCode> nearest(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<ConfiguredInCode> found = at.get().getTestClass().flatMap(RegisteredSwitchback::in);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ConfiguredInCode> in(Class<?> type) {
        List<ConfiguredInCode> found =
                AnnotationSupport.findAnnotatedFieldValues(type, RegisterExtension.class, ConfiguredInCode.class);
        if (found.size() > 1) {
            throw ConfigurationErrors.at(
                    type,
                    "@RegisterExtension",
                    found.size() + " fields hold a Switchback; a class has one database, keep one");
        }
        if (found.isEmpty()) {
            refuseUnregistered(type);
        }
        return found.stream().findFirst();
    }

    /** Refuses a field whose settings nobody would hear of. */
    private static void refuseUnregistered(Class<?> type) {
        ReflectionSupport.findFields(
                        type,
                        field -> Switchback.class.isAssignableFrom(field.getType())
                                && !AnnotationSupport.isAnnotated(field, RegisterExtension.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .findFirst()
                .ifPresent(field -> {
                    throw ConfigurationErrors.at(
                            type,
                            "Switchback",
                            "JUnit does not know of the field %s; declare it as `@RegisterExtension static final Switchback %s`"
                                    .formatted(field.getName(), field.getName()));
                });
    }
}

package dev.switchback.jupiter;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

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
        return found.stream().findFirst();
    }
}

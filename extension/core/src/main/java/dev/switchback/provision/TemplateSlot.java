package dev.switchback.provision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of one template: whoever comes first builds it, the others wait, and a failure leaves the place empty. */
final class TemplateSlot {

    private @Nullable Template template;

    synchronized Template get(Supplier<Template> build) {
        Template existing = template;
        if (existing != null) {
            return existing;
        }
        Template built = build.get();
        template = built;
        return built;
    }
}

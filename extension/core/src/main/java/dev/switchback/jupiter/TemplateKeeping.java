package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

// Whether migrated templates are kept for later runs. Error Prone takes a Javadoc comment here for none.
enum TemplateKeeping {
    ON,
    OFF;

    static TemplateKeeping by(Function<String, Optional<String>> parameters) {
        Optional<String> wanted = parameters.apply(SwitchbackParameters.TEMPLATES);
        wanted.filter(value -> !value.equals("on") && !value.equals("off") && !isAbsolute(value))
                .ifPresent(value -> {
                    throw ConfigurationErrors.value(
                            SwitchbackParameters.TEMPLATES,
                            value,
                            "must be one of on, off, or the absolute path of a folder");
                });
        return wanted.filter(value -> value.equals("off")).isPresent() ? OFF : ON;
    }

    private static boolean isAbsolute(String path) {
        try {
            return !path.isBlank() && Path.of(path).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

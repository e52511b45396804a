package dev.switchback.jupiter;

import java.util.Optional;

/** The part of the extension that holds settings written in code, if a test class registers it as a {@code Switchback}. */
abstract class ConfiguredInCode {

    private final Optional<CodeSettings> code;

    ConfiguredInCode(Optional<CodeSettings> code) {
        this.code = code;
    }

    /** Whether this is a {@code Switchback}, and not the extension of an annotation. */
    final boolean isSwitchback() {
        return code.isPresent();
    }

    final CodeSettings code() {
        return code.orElse(CodeSettings.NONE);
    }
}

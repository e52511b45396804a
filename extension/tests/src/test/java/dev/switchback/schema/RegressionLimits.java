package dev.switchback.schema;

import java.util.Set;

/** The checks that are known to fail. */
final class RegressionLimits {

    private RegressionLimits() {}

    static Set<String> of(int version, RegressionScript script) {
        return Set.of();
    }
}

package dev.switchback.assertions;

import dev.switchback.schema.rules.RuleResult;
import java.util.Optional;

/** Says which rules a schema breaks. */
final class HouseRules {

    private HouseRules() {}

    static Optional<Mismatch> mismatch(RuleResult result) {
        return result.holds()
                ? Optional.empty()
                : Optional.of(new Mismatch(result.toString(), "", String.join("\n", result.lines())));
    }
}

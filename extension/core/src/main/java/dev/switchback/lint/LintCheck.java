package dev.switchback.lint;

import org.apiguardian.api.API;

/** The code of one rule. Each kind of check extends this with what it is given to judge; {@link LintRules} lists them. */
@API(status = API.Status.INTERNAL)
public interface LintCheck {

    /** The rule of its findings. */
    LintRule rule();
}

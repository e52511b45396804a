package dev.switchback.assertions;

import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;

/**
 * AssertJ's soft assertions with those on schemas. Used with {@link #assertAll()} at the end, through {@link
 * #assertSwitchbackSoftly}, or as a parameter of AssertJ's {@code SoftAssertionsExtension}.
 */
public class SwitchbackSoftAssertions extends SoftAssertions implements SwitchbackSoftAssertionsProvider {

    /** Begins with no failure. */
    public SwitchbackSoftAssertions() {}

    /** Runs assertions, collects their failures, and throws all of them as one error. */
    public static void assertSwitchbackSoftly(Consumer<SwitchbackSoftAssertions> assertions) {
        SwitchbackSoftAssertions softly = new SwitchbackSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }
}

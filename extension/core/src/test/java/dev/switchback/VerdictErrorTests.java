package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A system property is everybody's: no other test may run beside these. */
@Isolated
class VerdictErrorTests {

    private static final String SUREFIRE = "surefire.test.class.path";
    private static final String MESSAGE = "V2__email: the undo does not bring the schema back\n\n  table person\n";

    @Test
    void theTraceThatSurefirePrintsHasTheFirstLineAlone() {
        assertThat(textWith("/shop/classes"))
                .isEqualTo(
                        "V2__email: the undo does not bring the schema back (in full at the end, under \"Failures\")");
    }

    @Test
    void anyOtherTraceHasAll() {
        assertThat(textWith(null)).endsWith(MESSAGE);
    }

    @Test
    void theMessageIsTheSame() {
        assertThat(new VerdictError(MESSAGE)).hasMessage(MESSAGE);
    }

    private static String textWith(@Nullable String surefire) {
        String before = System.getProperty(SUREFIRE);
        set(surefire);
        try {
            return new VerdictError(MESSAGE).toString();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable String surefire) {
        if (surefire == null) {
            System.clearProperty(SUREFIRE);
        } else {
            System.setProperty(SUREFIRE, surefire);
        }
    }
}

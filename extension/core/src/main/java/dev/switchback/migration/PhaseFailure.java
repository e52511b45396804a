package dev.switchback.migration;

import java.util.Optional;

/** A script failed while it was run. */
final class PhaseFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Phase phase;
    private final transient ScriptError error;
    private final transient Optional<Overrun> overrun;

    PhaseFailure(Phase phase, ScriptError error, Optional<Overrun> overrun, Throwable cause) {
        super(error.message(), cause);
        this.phase = phase;
        this.error = error;
        this.overrun = overrun;
    }

    PhaseFailure with(Remarks remarks) {
        return new PhaseFailure(
                phase, error.with(remarks.on(error, phase)), overrun, getCause() == null ? this : getCause());
    }

    Phase phase() {
        return phase;
    }

    ScriptError error() {
        return error;
    }

    /** What is known of the script where it was cancelled because of its time limit. */
    Optional<Overrun> overrun() {
        return overrun;
    }
}

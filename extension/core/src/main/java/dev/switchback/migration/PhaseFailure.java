package dev.switchback.migration;

/** A script failed while it was run. */
final class PhaseFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Phase phase;
    private final transient ScriptError error;

    PhaseFailure(Phase phase, ScriptError error, Throwable cause) {
        super(error.message(), cause);
        this.phase = phase;
        this.error = error;
    }

    Phase phase() {
        return phase;
    }

    ScriptError error() {
        return error;
    }
}

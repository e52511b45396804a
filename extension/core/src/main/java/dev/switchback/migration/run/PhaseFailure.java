package dev.switchback.migration.run;

import java.sql.SQLException;
import java.util.Optional;
import org.apiguardian.api.API;

/** A script failed while it was run. */
@API(status = API.Status.INTERNAL)
public final class PhaseFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Phase phase;
    private final transient ScriptError error;
    private final transient Optional<ScriptTimeout> overrun;

    PhaseFailure(Phase phase, ScriptError error, Optional<ScriptTimeout> overrun, Throwable cause) {
        super(error.message(), cause);
        this.phase = phase;
        this.error = error;
        this.overrun = overrun;
    }

    PhaseFailure with(ScriptErrorHints remarks) {
        return new PhaseFailure(
                phase, error.with(remarks.on(error, phase)), overrun, getCause() == null ? this : getCause());
    }

    public Phase phase() {
        return phase;
    }

    public ScriptError error() {
        return error;
    }

    /** How the server refused it; empty if something else went wrong. */
    public Optional<SQLException> refusal() {
        return ScriptError.find(this, SQLException.class);
    }

    /** The timeout of the script, if it was cancelled because of its time limit. */
    public Optional<ScriptTimeout> overrun() {
        return overrun;
    }
}

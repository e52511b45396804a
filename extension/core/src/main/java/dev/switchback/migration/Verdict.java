package dev.switchback.migration;

import java.util.List;
import org.apiguardian.api.API;

/** The verdict on a step. */
public sealed interface Verdict {

    /** Failures and notices; none of a step that was skipped. */
    List<Finding> findings();

    /** The undo brought everything back and the migration applied again. */
    record Passed(List<Finding> notices) implements Verdict {
        @API(status = API.Status.INTERNAL)
        public Passed {
            notices = List.copyOf(notices);
        }

        @Override
        public List<Finding> findings() {
            return notices;
        }
    }

    /** At least one finding fails. */
    record Failed(List<Finding> findings) implements Verdict {
        @API(status = API.Status.INTERNAL)
        public Failed {
            findings = List.copyOf(findings);
        }
    }

    /** The step was not judged, and why: irreversible by declaration, before {@code from}, not reached. */
    record Skipped(String reason) implements Verdict {
        @API(status = API.Status.INTERNAL)
        public Skipped {}

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }
}

package dev.switchback.schema.compatibility;

import dev.switchback.schema.Change;
import org.apiguardian.api.API;

/**
 * A change that the previous version of the application may not survive.
 *
 * @param change what changed
 * @param sort in which way it breaks what was
 * @param reason what happens to the previous version, in a full sentence with the name of the object
 */
public record Breach(Change change, Sort sort, String reason) {
    @API(status = API.Status.INTERNAL)
    public Breach {}

    /** In which way a change breaks what was. */
    public enum Sort {
        /** Something that was used is no longer there. */
        GONE("Take away in a later release what is gone: when no version that uses it runs any longer."),
        /** Something that was used has another name. */
        RENAMED(
                "Do not rename what is in use: add the new name beside the old one, a view or a column that a trigger fills,"
                        + " and take the old one away in a later release."),
        /** Less can be written. */
        NARROWED("Narrow in a later release: when every version that runs keeps to the narrower limits."),
        /** Less is seen, or reading is refused. */
        HIDDEN("Hide in a later release what was seen: when every version that runs does without it."),
        /** Something is required that could be left out, or be any value. */
        REQUIRED("Ask for it in a later release: first add it as optional or with a default, and let every version that"
                + " runs write it."),
        /** The same name means something else. */
        CHANGED(
                "Leave what is there as it is: add the new form beside it under a name of its own, and move over to it in"
                        + " later releases.");

        private final String advice;

        Sort(String advice) {
            this.advice = advice;
        }

        /** The advice what to do instead, in a full sentence. */
        public String advice() {
            return advice;
        }
    }

    @Override
    public String toString() {
        return reason;
    }
}

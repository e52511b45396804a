package dev.switchback.migration.roundtrip;

import dev.switchback.migration.SuggestedFix;
import java.util.List;

/**
 * Suggested SQL in the form in which it works where it is to be put.
 *
 * @param advice what else there is to be done or known, in sentences
 * @param configuration the lines that the {@code .conf} file of the script needs for it
 */
record PlacedFix(SuggestedFix fix, List<String> advice, List<String> configuration) {

    PlacedFix {
        advice = List.copyOf(advice);
        configuration = List.copyOf(configuration);
    }

    /** The advice as the last paragraphs of a finding. */
    String paragraphs() {
        StringBuilder text = new StringBuilder();
        advice.forEach(sentence -> text.append("\n  ").append(sentence).append('\n'));
        return text.toString();
    }
}

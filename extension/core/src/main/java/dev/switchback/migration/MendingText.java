package dev.switchback.migration;

import java.util.Optional;

/** How a finding says what would mend it. */
final class MendingText {

    private MendingText() {}

    /** What is to be added to an undo that leaves something. */
    static Finding toBeAdded(Finding finding, Mending mending, Script undo) {
        String verb = undo instanceof Script.Java ? "run in " : "add to ";
        return with(finding, mending, "To bring it back, " + verb + mending.file() + ":");
    }

    /** What could stand in place of an undo that fails. */
    static Finding instead(Finding finding, Mending mending) {
        return with(finding, mending, "An undo that brings the schema back:");
    }

    /** What could be the undo that there is not. */
    static Finding missing(Finding finding, Mending mending, Optional<String> written) {
        String introduction = "This undo, run on a copy, brings the schema back:";
        return finding.mendedBy(
                mending,
                paragraphs(introduction, mending)
                        + written.map(sentence -> "\n  " + sentence + "\n").orElse(""));
    }

    private static Finding with(Finding finding, Mending mending, String introduction) {
        return finding.mendedBy(mending, paragraphs(introduction, mending));
    }

    private static String paragraphs(String introduction, Mending mending) {
        String text = "  " + introduction + "\n\n" + StepFindings.indented(mending.script(), 4) + "\n";
        String reservation = mending.reservation();
        return reservation.isEmpty() ? text : text + "\n  " + reservation + "\n";
    }
}

package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.script.Script;
import dev.switchback.text.Indentation;
import java.util.Optional;

/** The paragraphs of a finding that suggest a fix. */
final class SuggestedFixText {

    private SuggestedFixText() {}

    /** The finding with the lines to be added to an undo that leaves something. */
    static Finding toBeAdded(Finding finding, SuggestedFix fix, Script undo) {
        String verb = undo instanceof Script.Java ? "run in " : "add to ";
        return with(finding, fix, "To bring it back, " + verb + fix.file() + ":");
    }

    /** The finding with a suggested replacement of an undo that fails. */
    static Finding instead(Finding finding, SuggestedFix fix) {
        return with(finding, fix, "An undo that brings the schema back:");
    }

    /** The finding with a suggestion for an undo that is missing. */
    static Finding missing(Finding finding, SuggestedFix fix, Optional<String> written) {
        String introduction = "This undo, run on a copy, brings the schema back:";
        return finding.withFix(
                fix,
                paragraphs(introduction, fix)
                        + written.map(sentence -> "\n  " + sentence + "\n").orElse(""));
    }

    private static Finding with(Finding finding, SuggestedFix fix, String introduction) {
        return finding.withFix(fix, paragraphs(introduction, fix));
    }

    private static String paragraphs(String introduction, SuggestedFix fix) {
        String text = "  " + introduction + "\n\n" + Indentation.of(fix.script(), 4) + "\n";
        String reservation = fix.reservation();
        return reservation.isEmpty() ? text : text + "\n  " + reservation + "\n";
    }
}

package dev.switchback.migration;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * SQL that brings a schema back. It was run on a copy of the database, and the schema was then what it was before the
 * migration, as the settings count.
 *
 * @param file the undo script to which it is to be added, or that it makes up
 * @param statements what is to be run, in this order, without the semicolons at the ends
 * @param notRestored what it does not bring back, in words: {@code rows of public.person}
 */
public record SuggestedFix(String file, List<String> statements, List<String> notRestored) {

    public SuggestedFix {
        statements = List.copyOf(statements);
        notRestored = List.copyOf(notRestored);
    }

    /** The statements as a script, each with its semicolon. */
    public String script() {
        return statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    /** One sentence about what is not brought back; empty if everything is. */
    @API(status = API.Status.INTERNAL)
    public String reservation() {
        return notRestored.isEmpty()
                ? ""
                : "The schema is then what it was before; the " + String.join(", the ", notRestored)
                        + (notRestored.size() == 1 && notRestored.get(0).startsWith("position")
                                ? " is not."
                                : " are not.");
    }
}

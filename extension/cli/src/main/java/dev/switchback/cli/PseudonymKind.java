package dev.switchback.cli;

import dev.switchback.fixture.export.Pseudonym;
import dev.switchback.fixture.export.Pseudonyms;
import dev.switchback.text.NearestName;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Pseudonyms by their names on the command line. */
final class PseudonymKind {

    private static final String FIXED = "fixed:";

    private static final Map<String, Supplier<Pseudonym>> KINDS = new TreeMap<>(Map.of(
            "email", Pseudonyms::email,
            "name", Pseudonyms::name,
            "phone", Pseudonyms::phone,
            "digits", Pseudonyms::digits,
            "text", Pseudonyms::text,
            "iban", Pseudonyms::iban,
            "ip", Pseudonyms::ip,
            "date", Pseudonyms::date,
            "nothing", Pseudonyms::nothing));

    private PseudonymKind() {}

    static Pseudonym named(String name) {
        if (name.startsWith(FIXED)) {
            return Pseudonyms.fixed(name.substring(FIXED.length()));
        }
        Supplier<Pseudonym> kind = KINDS.get(name);
        if (kind == null) {
            throw CommandException.wrongUse("There is no pseudonym " + name + "."
                    + NearestName.questionOrList(name, KINDS.keySet(), "There is none.")
                    + " fixed:TEXT is always the same.");
        }
        return kind.get();
    }
}

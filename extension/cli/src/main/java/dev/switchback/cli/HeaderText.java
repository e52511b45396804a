package dev.switchback.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The first comment of a migration, with the fields that a team asks for. */
final class HeaderText {

    private static final Map<String, String> USUAL =
            Map.of("testing", "switchback roundtrip takes it up, down and up again");

    private HeaderText() {}

    /**
     * The comment, or nothing where no field is asked for.
     *
     * @param value what a field says, by its name in small letters with {@code -} for spaces
     */
    static String of(List<String> fields, String title, Function<String, Optional<String>> value) {
        StringBuilder header = new StringBuilder();
        for (String field : fields) {
            String name = variable(field);
            String said = value.apply(name)
                    .or(() -> Optional.ofNullable(name.equals("purpose") ? title : USUAL.get(name)))
                    .orElseThrow(() -> CommandException.wrongUse("The header of these migrations has the field " + field
                            + ". Say what it is: --set " + name + "=TEXT"));
            header.append(
                    "-- %s: %s\n".formatted(field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1), said));
        }
        return header.toString();
    }

    static String variable(String field) {
        return field.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}

package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlLanguage;
import java.util.ArrayList;
import java.util.List;

/** Routines by name and types of arguments, however these are written. */
final class RoutineSignatures {

    private RoutineSignatures() {}

    /**
     * The name as the schema has it; as it was written if it has no arguments or is not there.
     *
     * @throws IllegalArgumentException if its arguments do not end
     */
    static String exact(ObjectKind kind, String written, List<SchemaObject> there, SqlLanguage language) {
        if (!written.contains("(")) {
            return written;
        }
        if (!written.strip().endsWith(")")) {
            throw new IllegalArgumentException(
                    "%s does not end with its arguments. Write them as in total(int, text), or leave them out."
                            .formatted(written));
        }
        return there.stream()
                .filter(object -> object.kind() == kind)
                .map(object -> object.name().qualified())
                .filter(qualified -> isMeant(written, qualified, language))
                .reduce((first, second) -> written)
                .orElse(written);
    }

    private static boolean isMeant(String written, String qualified, SqlLanguage language) {
        if (!qualified.contains("(") || !QualifiedNames.same(name(written), name(qualified))) {
            return false;
        }
        List<String> types = types(written);
        List<String> others = types(qualified);
        if (types.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!language.sameType(types.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String name(String routine) {
        return routine.substring(0, routine.indexOf('(')).strip();
    }

    static List<String> types(String routine) {
        String inner = routine.substring(
                routine.indexOf('(') + 1, Math.max(routine.lastIndexOf(')'), routine.indexOf('(') + 1));
        List<String> types = new ArrayList<>();
        for (String type : inner.split(",")) {
            if (!type.isBlank()) {
                types.add(type.strip());
            }
        }
        return types;
    }
}

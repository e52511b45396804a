package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Sequence;

/** Compares sequences: the type, and every option that the classes name. */
final class JooqSequences {

    private final Schema schema;
    private final JooqTypes types;
    private final Consumer<JooqDifference> differences;

    JooqSequences(Schema schema, Consumer<JooqDifference> differences) {
        this.schema = schema;
        this.types = new JooqTypes(schema);
        this.differences = differences;
    }

    void compare(String schemaName, List<? extends Sequence<?>> sequences) {
        Map<String, Sequence<?>> generated = new LinkedHashMap<>();
        sequences.forEach(sequence -> generated.put(sequence.getName(), sequence));
        for (SchemaObject sequence : schema.objects(ObjectKind.SEQUENCE)) {
            if (sequence.name().schema().equals(schemaName)) {
                Sequence<?> own = generated.remove(sequence.name().name());
                if (own != null) {
                    compare(sequence, own);
                } else if (sequence.attribute("owned by").isEmpty()) {
                    differences.accept(JooqDifference.lacking(sequence.name(), sequence.definition()));
                }
            }
        }
        generated
                .values()
                .forEach(own -> differences.accept(JooqDifference.surplus(
                        ObjectName.of(ObjectKind.SEQUENCE, schemaName, own.getName()),
                        "as " + types.worded(own.getDataType()))));
    }

    private void compare(SchemaObject sequence, Sequence<?> own) {
        Map<String, String> said = options(own);
        String type = sequence.attribute("type");
        boolean sameType = types.isSame(type, own.getDataType());
        Map<String, String> actual = new LinkedHashMap<>();
        said.keySet().forEach(option -> actual.put(option, sequence.attribute(option)));
        if (!sameType || !said.equals(actual)) {
            differences.accept(JooqDifference.other(
                    sequence.name(),
                    text(sameType ? type : types.worded(own.getDataType()), said),
                    text(type, actual)));
        }
    }

    private static Map<String, String> options(Sequence<?> own) {
        Map<String, String> options = new LinkedHashMap<>();
        Optional.ofNullable(own.getStartWith()).map(Field::toString).ifPresent(start -> options.put("start", start));
        Optional.ofNullable(own.getIncrementBy()).map(Field::toString).ifPresent(by -> options.put("increment", by));
        Optional.ofNullable(own.getMinvalue()).map(Field::toString).ifPresent(least -> options.put("minimum", least));
        Optional.ofNullable(own.getMaxvalue()).map(Field::toString).ifPresent(most -> options.put("maximum", most));
        if (own.getCycle()) {
            options.put("cycle", "cycle");
        }
        return options;
    }

    private static String text(String type, Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey().equals("cycle")
                        ? (option.getValue().isEmpty() ? ", no cycle" : ", cycle")
                        : ", " + option.getKey() + " " + option.getValue())
                .collect(joining("", "as " + type, ""));
    }
}

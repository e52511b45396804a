package dev.switchback.migration.verdicts;

import dev.switchback.migration.Finding;
import dev.switchback.migration.RowsOnWay;
import dev.switchback.migration.Severity;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.Verdict;
import dev.switchback.schema.Change;
import dev.switchback.schema.ChangeCategory;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link StepsWriter} wrote. */
final class StepsReader {

    /** Below this, a schema is made of the one before it more quickly than anew. */
    private static final int FEW = 64;

    private final PackedInput in;
    private final List<Schema> schemas = new ArrayList<>();
    private final List<SchemaObject> objects = new ArrayList<>();
    private Schema last = Schema.none();

    private StepsReader(byte[] bytes) {
        this.in = new PackedInput(bytes);
    }

    /**
     * The steps by their keys, in the order in which they were written.
     *
     * @throws IOException if that is no such file
     */
    static Map<String, KeptStep> read(byte[] bytes) throws IOException {
        StepsReader reader = new StepsReader(bytes);
        Map<String, KeptStep> steps = new LinkedHashMap<>();
        try {
            int count = reader.in.count();
            for (int i = 0; i < count; i++) {
                String key = reader.in.text();
                Schema before = reader.schema();
                Schema after = reader.schema();
                steps.put(key, new KeptStep(before, after, reader.verdict(), reader.rows(), reader.texts()));
            }
            return steps;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(e);
        }
    }

    private Verdict verdict() throws IOException {
        if (in.flag()) {
            return new Verdict.Skipped(in.text());
        }
        int count = in.count();
        List<Finding> notices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notices.add(finding());
        }
        return new Verdict.Passed(notices);
    }

    private List<RowsOnWay> rows() throws IOException {
        int count = in.count();
        List<RowsOnWay> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new RowsOnWay(RowsOnWay.Way.valueOf(in.text()), in.text(), in.number(), in.number(), in.flag()));
        }
        return rows;
    }

    private Finding finding() throws IOException {
        String rule = in.text();
        Severity severity = Severity.valueOf(in.text());
        String title = in.text();
        String text = in.text();
        Optional<SchemaDiff> difference = in.flag() ? Optional.of(difference()) : Optional.empty();
        Optional<SuggestedFix> fix = in.flag()
                ? Optional.of(new SuggestedFix(in.text(), in.texts(), in.texts(), in.flag()))
                : Optional.empty();
        return new Finding(rule, severity, title, text, difference, fix);
    }

    private SchemaDiff difference() throws IOException {
        Schema before = schema();
        Schema after = schema();
        int count = in.count();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(change());
        }
        return new SchemaDiff(before, after, changes);
    }

    private Change change() throws IOException {
        int kind = in.count();
        return switch (kind) {
            case 0 -> new Change.Added(object());
            case 1 -> new Change.Removed(object());
            case 2 -> new Change.Renamed(object(), object());
            case 3 ->
                new Change.Changed(
                        object(), object(), in.text(), in.text(), in.text(), ChangeCategory.valueOf(in.text()));
            default -> throw new IOException("no change is of kind " + kind);
        };
    }

    private Schema schema() throws IOException {
        int known = in.count();
        if (known > 0) {
            return schemas.get(known - 1);
        }
        String product = in.text();
        String origin = in.text();
        List<String> notInspected = in.texts();
        List<SchemaObject> before = last.objects();
        int start = in.count();
        int end = in.count();
        int count = in.count();
        List<SchemaObject> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(object());
        }
        List<SchemaObject> old = before.subList(start, before.size() - end);
        Schema schema = old.size() + fresh.size() < FEW
                        && product.equals(last.product())
                        && origin.equals(last.origin())
                        && notInspected.equals(last.notInspected())
                ? last.with(old, fresh)
                : Schema.of(product, origin, all(before, start, fresh, end), notInspected);
        last = schema;
        schemas.add(schema);
        return schema;
    }

    private static List<SchemaObject> all(List<SchemaObject> before, int start, List<SchemaObject> fresh, int end) {
        List<SchemaObject> all = new ArrayList<>(before.subList(0, start));
        all.addAll(fresh);
        all.addAll(before.subList(before.size() - end, before.size()));
        return all;
    }

    private SchemaObject object() throws IOException {
        int known = in.count();
        if (known > 0) {
            return objects.get(known - 1);
        }
        ObjectName name = new ObjectName(ObjectKind.valueOf(in.text()), in.text(), in.text(), in.text());
        String definition = in.text();
        long identity = in.number();
        SchemaObject object = new SchemaObject(name, definition, texts(), identity);
        objects.add(object);
        return object;
    }

    private SortedMap<String, String> texts() throws IOException {
        int count = in.count();
        TreeMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            texts.put(in.text(), in.text());
        }
        return texts;
    }
}

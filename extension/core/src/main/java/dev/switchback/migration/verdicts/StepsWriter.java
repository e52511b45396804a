package dev.switchback.migration.verdicts;

import dev.switchback.migration.Finding;
import dev.switchback.migration.RowsOnWay;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.Verdict;
import dev.switchback.schema.Change;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes steps as bytes. Schemas of one history have nearly all objects in common, so each object is written once, and of a
 * schema only in what it differs from the one written before.
 */
final class StepsWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PackedOutput out = new PackedOutput(bytes);
    private final IdentityHashMap<Schema, Integer> schemas = new IdentityHashMap<>();
    private final IdentityHashMap<SchemaObject, Integer> objects = new IdentityHashMap<>();
    private List<SchemaObject> last = List.of();

    private StepsWriter() {}

    static byte[] write(Map<String, KeptStep> steps) throws IOException {
        StepsWriter writer = new StepsWriter();
        writer.out.count(steps.size());
        for (Map.Entry<String, KeptStep> step : steps.entrySet()) {
            writer.out.text(step.getKey());
            writer.schema(step.getValue().before());
            writer.schema(step.getValue().after());
            writer.verdict(step.getValue().verdict());
            writer.rows(step.getValue().rows());
            writer.texts(step.getValue().notFilled());
        }
        return writer.bytes.toByteArray();
    }

    private void verdict(Verdict verdict) throws IOException {
        if (verdict instanceof Verdict.Skipped skipped) {
            out.flag(true);
            out.text(skipped.reason());
        } else if (verdict instanceof Verdict.Passed passed) {
            out.flag(false);
            out.count(passed.notices().size());
            for (Finding notice : passed.notices()) {
                finding(notice);
            }
        } else {
            throw new IllegalArgumentException("A verdict that fails is judged again: " + verdict);
        }
    }

    private void rows(List<RowsOnWay> rows) throws IOException {
        out.count(rows.size());
        for (RowsOnWay counts : rows) {
            out.text(counts.way().name());
            out.text(counts.table());
            out.number(counts.before());
            out.number(counts.after());
            out.flag(counts.isGenerated());
        }
    }

    private void finding(Finding finding) throws IOException {
        out.text(finding.rule());
        out.text(finding.severity().name());
        out.text(finding.title());
        out.text(finding.text());
        difference(finding.difference());
        out.flag(finding.suggestedFix().isPresent());
        if (finding.suggestedFix().isPresent()) {
            SuggestedFix fix = finding.suggestedFix().get();
            out.text(fix.file());
            out.texts(fix.statements());
            out.texts(fix.notRestored());
            out.flag(fix.endsStatement());
        }
    }

    private void difference(Optional<SchemaDiff> difference) throws IOException {
        out.flag(difference.isPresent());
        if (difference.isPresent()) {
            schema(difference.get().before());
            schema(difference.get().after());
            out.count(difference.get().changes().size());
            for (Change change : difference.get().changes()) {
                change(change);
            }
        }
    }

    private void change(Change change) throws IOException {
        if (change instanceof Change.Added added) {
            out.count(0);
            object(added.object());
        } else if (change instanceof Change.Removed removed) {
            out.count(1);
            object(removed.object());
        } else if (change instanceof Change.Renamed renamed) {
            out.count(2);
            object(renamed.before());
            object(renamed.after());
        } else if (change instanceof Change.Changed changed) {
            out.count(3);
            object(changed.before());
            object(changed.after());
            out.text(changed.attribute());
            out.text(changed.from());
            out.text(changed.to());
            out.text(changed.category().name());
        }
    }

    /** Objects that are equal may have other identities, which are kept, too: only the same object is written once. */
    @SuppressWarnings("ReferenceEquality")
    private void schema(Schema schema) throws IOException {
        Integer known = schemas.get(schema);
        if (known != null) {
            out.count(known + 1);
            return;
        }
        out.count(0);
        out.text(schema.product());
        out.text(schema.origin());
        out.texts(schema.notInspected());
        List<SchemaObject> all = schema.objects();
        int start = 0;
        while (start < Math.min(all.size(), last.size()) && all.get(start) == last.get(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(all.size(), last.size()) - start
                && all.get(all.size() - 1 - end) == last.get(last.size() - 1 - end)) {
            end++;
        }
        out.count(start);
        out.count(end);
        out.count(all.size() - start - end);
        for (SchemaObject object : all.subList(start, all.size() - end)) {
            object(object);
        }
        last = all;
        schemas.put(schema, schemas.size());
    }

    private void texts(Map<String, String> texts) throws IOException {
        out.count(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.text(text.getKey());
            out.text(text.getValue());
        }
    }

    private void object(SchemaObject object) throws IOException {
        Integer known = objects.get(object);
        if (known != null) {
            out.count(known + 1);
            return;
        }
        out.count(0);
        out.text(object.name().kind().name());
        out.text(object.name().schema());
        out.text(object.name().parent());
        out.text(object.name().name());
        out.text(object.definition());
        out.number(object.identity());
        texts(object.attributes());
        objects.put(object, objects.size());
    }
}

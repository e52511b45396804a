package dev.switchback.benchmarks.generate;

import dev.switchback.fixture.ColumnContext;
import dev.switchback.fixture.FixtureValue.Expression;
import dev.switchback.fixture.SeedRows;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.SourceLocation;
import dev.switchback.fixture.TypeFamily;
import dev.switchback.fixture.ValueGenerator;
import dev.switchback.fixture.ValueSyntax;
import dev.switchback.fixture.generate.GeneratedExpressions;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Map;

/** As fixtures say it: each value depends on nothing but the seed, the column and the row. */
final class WithExpressions implements RowMaker {

    private final List<ValueGenerator> columns = List.of(
            column("name", TypeFamily.TEXT, "@name"),
            column("email", TypeFamily.TEXT, "@email"),
            column("street", TypeFamily.TEXT, "@street"),
            column("city", TypeFamily.TEXT, "@city"),
            column("phone", TypeFamily.TEXT, "@phone"),
            column("total", TypeFamily.DECIMAL, "@range(0.99, 500.00)"),
            column("ordered", TypeFamily.TIMESTAMP_WITH_TIME_ZONE, "@range(2025-01-01, 2026-01-01)"),
            column("status", TypeFamily.TEXT, "@pick(open, paid, sent)"));

    private final String[] row = new String[columns.size()];

    private static ValueGenerator column(String name, TypeFamily family, String expression) {
        ColumnContext context = new ColumnContext(
                SchemaObject.of(ObjectName.of(ObjectKind.TABLE, "public", "orders"), "", Map.of()),
                SchemaObject.of(new ObjectName(ObjectKind.COLUMN, "public", "orders", name), "", Map.of()),
                family,
                SeedSettings.defaults(),
                SeedRows.NONE);
        return new GeneratedExpressions()
                .compile((Expression) ValueSyntax.parse(expression, SourceLocation.UNKNOWN), context);
    }

    @Override
    public String[] row(long ordinal) {
        for (int i = 0; i < row.length; i++) {
            row[i] = String.valueOf(columns.get(i).text("bulk", ordinal));
        }
        return row;
    }
}

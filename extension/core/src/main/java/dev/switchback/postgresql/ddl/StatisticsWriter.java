package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;
import java.util.List;

/** Statistics over several columns. */
final class StatisticsWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject statistics, DdlContext context) {
        context.draft().add(statistics.kind(), statistics.definition());
        alter(Alteration.ofNew(statistics), context);
        return true;
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject statistics = alteration.after();
        String typed = context.address().typed(statistics.name());
        if (alteration.take("definition")) {
            context.draft().ways(statistics.kind(), List.of(List.of("DROP " + typed, statistics.definition())));
        }
        if (alteration.take("statistics")) {
            String target = alteration.to("statistics");
            context.draft()
                    .add(statistics.kind(), "ALTER " + typed + " SET STATISTICS " + (target.isEmpty() ? "-1" : target));
        }
        context.common(alteration);
    }
}

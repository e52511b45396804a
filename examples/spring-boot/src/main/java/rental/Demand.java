package rental;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The report on how often each bicycle was rented. */
@Component
class Demand {

    private final DSLContext sql;

    Demand(DSLContext sql) {
        this.sql = sql;
    }

    /** The number of rentals by the bicycle's name, the most popular first. */
    Map<String, Integer> byBike() {
        return sql.select(field(name("bike", "name"), String.class), count(field(name("rental", "id"))))
                .from(table(name("bike")))
                .leftJoin(table(name("rental")))
                .on(field(name("rental", "bike_id"), Long.class).eq(field(name("bike", "id"), Long.class)))
                .groupBy(field(name("bike", "name")))
                .orderBy(count(field(name("rental", "id"))).desc(), field(name("bike", "name")))
                .fetchMap(field(name("bike", "name"), String.class), count(field(name("rental", "id"))));
    }
}

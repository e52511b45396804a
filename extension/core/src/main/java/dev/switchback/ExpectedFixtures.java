package dev.switchback;

import dev.switchback.jupiter.SwitchbackExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares the rows that a test leaves with those of a file.
 *
 * <pre>{@code
 * @Test
 * @ExpectedFixtures("after-payment.yaml")
 * void paysAnOrder(DataSource database, Seeded shop) {
 *     new Payments(database).pay(shop.id("orders", "first"));
 * }
 * }</pre>
 *
 * <p>The tables that the file names must hold its rows and no others, in any order; a table without rows must be empty. A row
 * says as many columns as it wants to. It is looked for under the key that its label was seeded with, or under the key that it
 * gives; any other by its values. References and times mean what they mean in {@link SeededFixtures}, and in place of a value
 * you can write:
 *
 * <ul>
 *   <li>{@code @any} and {@code @notNull}
 *   <li>{@code @regex(SO-\d+)}: the whole text is of this form
 *   <li>{@code @within(5m)}: a time no further than that from the real now; {@code @within(1h, @now-3d)} from another moment;
 *       {@code @within(0.01, 12.50)} for a number
 *   <li>{@code @json({"a": 1})}: a text that is the same as JSON, which columns of the type {@code json} need no word for
 * </ul>
 *
 * <p>It is done when the test method is over, before {@code @AfterEach} methods. If the method itself fails, nothing is
 * compared. What the test's own {@link java.sql.Connection} has not committed counts, too.
 *
 * <p>Allowed on a class, for each of its tests, a method, or another annotation, several times; is inherited, and holds for
 * {@code @Nested} classes. The nearest place counts, so that a method says something else than its class.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(ExpectedFixtures.List.class)
@ExtendWith(SwitchbackExtension.class)
public @interface ExpectedFixtures {

    /** The files, such as {@code "after.yaml"}: beside the class, or from the root of the class path. */
    String[] value();

    /** Columns that are not compared: {@code ignore = "updated_at"}, or {@code "orders.updated_at"} for that of one table. */
    String[] ignore() default {};

    /** Whether the tables may hold other rows, too, such as {@code others = Others.ALLOWED}. */
    Others others() default Others.FAIL;

    /** How rows are treated that no file lists. */
    enum Others {
        /** They fail the test. */
        FAIL,
        /** They may be there. */
        ALLOWED
    }

    /** Several at one place. Written by the compiler. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(SwitchbackExtension.class)
    @interface List {

        /** In their order. */
        ExpectedFixtures[] value();
    }
}

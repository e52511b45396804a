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
 * Gives tests a database with the rows of these files: the same rows, ids and times in every run.
 *
 * <pre>{@code
 * @SeededFixtures("shop.yaml")
 * class OrderRepositoryTest {
 *
 *     @Test
 *     void findsOpenOrders(DSLContext sql, Seeded shop) {
 *         assertThat(new OrderRepository(sql).openOrdersOf(shop.id("customer", "alice"))).hasSize(2);
 *     }
 * }
 * }</pre>
 *
 * <p>The database is the one that {@link TestDatabase} describes, which need not be there if nothing but its defaults is
 * wanted. Rows that the migrations inserted are kept. Tests, lifecycle methods and constructors may take all that it gives,
 * and:
 *
 * <ul>
 *   <li>{@link dev.switchback.fixture.Seeded}: the rows by their labels
 *   <li>{@link java.time.Clock}: a fixed clock, set to the fixtures' {@code @now}
 * </ul>
 *
 * <p>Seeding happens once per launcher session for all tests that want the same: every test begins with exactly the seeded
 * rows and sequences. Tests may run in parallel.
 *
 * <p>Allowed on a class, a method or another annotation, several times; is inherited, and holds for {@code @Nested}
 * classes. The files of all places are seeded together, those of enclosing classes first, then those of superclasses, of the
 * class, and of the method. Every other attribute that is not set is inherited from the next enclosing level, as {@link
 * TestDatabase} says.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(SeededFixtures.List.class)
@ExtendWith(SwitchbackExtension.class)
public @interface SeededFixtures {

    /** The files, such as {@code shop.yaml}: beside the class, or from the root of the class path. */
    String[] value();

    /**
     * The version that the files are written for, such as {@code at = "12"}: the database is migrated to it, these rows are
     * inserted, and the later migrations run over them. Default: the version of the test's database.
     */
    String at() default "";

    /**
     * The time of the files' {@code @now}, as an instant such as {@code clock = "2026-03-01T09:00:00Z"} or a date, which means
     * its noon in UTC. Default: {@code 2026-01-01T12:00:00Z}.
     */
    String clock() default "";

    /** The number from which generated values are computed, such as {@code seed = 42} (at most one value; default 1). */
    long[] seed() default {};

    /**
     * How the database is brought back to the seeded state before each test, such as {@code reset = Reset.COPY} (at most one
     * value; default {@link Reset#ROWS}).
     */
    Reset[] reset() default {};

    /**
     * The fingerprint of the seeded rows: sixteen hexadecimal digits or more, or a file such as {@code shop.fingerprint} below
     * {@code src/test/resources}, which a run with {@value SwitchbackParameters#FINGERPRINT} = {@code update} writes. Tests
     * fail if the seeded rows change. Not checked if empty. It covers all rows that its level and the enclosing levels seed; where
     * a nearer level seeds more, it is not checked.
     */
    String fingerprint() default "";

    /** Several at one place. Written by the compiler. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(SwitchbackExtension.class)
    @interface List {

        /** In their order. */
        SeededFixtures[] value();
    }
}

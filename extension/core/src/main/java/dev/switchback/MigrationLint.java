package dev.switchback;

import dev.switchback.jupiter.LintExtension;
import dev.switchback.jupiter.SwitchbackExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs every migration and judges what it does to a running system while it runs: what it locks, rewrites, reads through and
 * loses, and whether the version of the application that still runs survives it.
 *
 * <p>On a method it is a test template with one invocation per migration:
 *
 * <pre>{@code
 * @TestDatabase
 * class ShopMigrationsTest {
 *
 *     @MigrationLint
 *     void everyMigrationIsSafeToApply() {}
 * }
 * }</pre>
 *
 * <p>An invocation fails if a finding on its migration does; notices are report entries. The body may take a {@link
 * dev.switchback.lint.LintReport}, which holds the findings on that migration. Findings that concern no single migration fail as
 * an invocation of their own, after the others.
 *
 * <p>On a class it is a gate: the lint runs once before the class, and the class fails with all findings. If the class has
 * methods with this annotation, then it is no gate but holds the settings that these methods do not set. So a class that
 * implements {@link MigrationChecks} is linted, too.
 *
 * <p>An attribute that is not set is inherited from the next enclosing level, as {@link TestDatabase} says. The rules are
 * listed in {@code docs/lint.md}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@TestTemplate
@ExtendWith({SwitchbackExtension.class, LintExtension.class})
public @interface MigrationLint {

    /** Rules that are left out, by their ids, such as {@code without = "trigger-added"}. Default: none. */
    String[] without() default {};

    /** Optional rules that are switched on, by their ids. Default: none. */
    String[] with() default {};

    /** Rules whose findings are notices, whatever they would be, by their ids. Default: none. */
    String[] notices() default {};

    /** Rules whose findings fail, whatever they would be, by their ids. Default: none. */
    String[] failures() default {};

    /**
     * Tables that are in use all the time, with their schema or without; {@code *} stands for any characters. Findings about locks on them
     * fail. Default: none.
     */
    String[] hot() default {};

    /**
     * A CSV of {@code relname,reltuples} below {@code src/test/resources}, with the numbers of rows that tables have in production: small
     * ones lower the severity of findings about locks, large ones raise it, and the findings say how long it may take. Default: none.
     */
    String rowCounts() default "";
}

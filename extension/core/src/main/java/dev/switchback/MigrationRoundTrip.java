package dev.switchback;

import dev.switchback.jupiter.RoundTripExtension;
import dev.switchback.jupiter.SwitchbackExtension;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes every migration up, down and up again, and compares schema and rows at each turn.
 *
 * <p>On a method it is a test template with one invocation per migration:
 *
 * <pre>{@code
 * @TestDatabase
 * class ShopMigrationsTest {
 *
 *     @MigrationRoundTrip
 *     void everyMigrationComesBackDown(MigrationStep step) {}
 * }
 * }</pre>
 *
 * <p>An invocation fails if its step does; otherwise the method's body runs and may assert more, for instance on {@link
 * dev.switchback.migration.MigrationStep#changes()}. A body that takes a database gets one at exactly that
 * migration. A step that is not judged is aborted with the reason, and what is only worth a notice is a report entry.
 * Findings that concern no single migration fail as an invocation of their own, after the others.
 *
 * <p>On a class it is a gate: the round trip runs once before the class, and the class fails with its report. If the
 * class has round-trip methods, as every {@link MigrationChecks} has, then it is no gate but holds the settings that
 * these methods do not set.
 *
 * <p>An attribute that is not set is inherited from the next enclosing level, as {@link TestDatabase} says.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@TestTemplate
@ExtendWith({SwitchbackExtension.class, RoundTripExtension.class})
public @interface MigrationRoundTrip {

    /** How far down it goes, such as {@code mode = RoundTripMode.FULL} (at most one value; default {@link RoundTripMode#STEPS}). */
    RoundTripMode[] mode() default {};

    /**
     * The first version to be judged, such as {@code from = "42"}, for a history whose older migrations have no undo. Default:
     * the first of all.
     */
    String from() default "";

    /**
     * Flyway locations of undo scripts that are not beside their migrations, such as {@code undo = "classpath:db/undo"}; goes
     * before {@link TestDatabase#undo()}.
     */
    String[] undo() default {};

    /**
     * How to treat a migration without an undo script, such as {@code missingUndo = Severity.NOTICE} (at most one value; default
     * {@link Severity#FAIL}).
     */
    Severity[] missingUndo() default {};

    /**
     * How to treat a difference in the order of columns alone, such as {@code columnOrder = Severity.FAIL} (at most one value;
     * default {@link Severity#NOTICE}).
     */
    Severity[] columnOrder() default {};

    /**
     * How to treat enum values that an undo leaves behind, such as {@code enumValues = Severity.NOTICE} (at most one value;
     * default {@link Severity#FAIL}).
     */
    Severity[] enumValues() default {};

    /**
     * The rows over which migrations run, such as {@code rows = RoundTripRows.GENERATED} (at most one value; default {@link
     * RoundTripRows#OWN}): generated rows fill every table as it is before each migration.
     */
    RoundTripRows[] rows() default {};

    /**
     * A file below {@code src/test/resources} with conditions that generated rows meet beside those of the schema, one a line, such
     * as {@code rowHints = "rows.hints"} with the line {@code orders.total >= 0}. Default: none.
     */
    String rowHints() default "";

    /**
     * How to treat that a migration fails on generated rows which the schema before it admits, such as {@code admittedRows =
     * Severity.FAIL} (at most one value; default {@link Severity#NOTICE}).
     */
    Severity[] admittedRows() default {};

    /**
     * How long each script may run, in seconds, before it is cancelled and its step fails, such as {@code timeLimit = 600}. 0
     * (the default) means 300 seconds.
     */
    int timeLimit() default 0;

    /**
     * Patterns of objects that are not compared, such as {@code exclude = "public.audit_*"}. Those that leave nothing to compare
     * fail, and so does one that no object of any version matches.
     */
    String[] exclude() default {};
}

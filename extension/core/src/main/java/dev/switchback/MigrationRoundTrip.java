package dev.switchback;

import dev.switchback.jupiter.RoundTripExtension;
import dev.switchback.jupiter.SwitchbackExtension;
import dev.switchback.migration.RoundTripMode;
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
 * dev.switchback.migration.MigrationStep#changes()}. A body that takes a database gets one that stands exactly at that
 * migration. A step that is not judged is aborted with the reason, and what is only worth a notice is a report entry.
 * What concerns no single migration fails as an invocation of its own, after the others.
 *
 * <p>On a class it is a gate: the round trip runs once before the class, and the class fails with its report. If the
 * class has round-trip methods, as every {@link MigrationChecks} has, then it is no gate but holds the settings that
 * these methods leave out.
 *
 * <p>Each attribute that is left out is looked for as {@link TestDatabase} says.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@TestTemplate
@ExtendWith({SwitchbackExtension.class, RoundTripExtension.class})
public @interface MigrationRoundTrip {

    /** How far down it goes: at most one; {@link RoundTripMode#STEPS} if left out. */
    RoundTripMode[] mode() default {};

    /** The first version to be judged, for a history whose older migrations have no undo; the first of all if left out. */
    String from() default "";

    /** Flyway locations of undo scripts that do not stand beside their migrations; goes before {@link TestDatabase#undo()}. */
    String[] undo() default {};

    /** What a migration without an undo means: at most one; {@link Severity#FAIL} if left out. */
    Severity[] missingUndo() default {};

    /** What another order of columns alone means: at most one; {@link Severity#NOTICE} if left out. */
    Severity[] columnOrder() default {};

    /** What enum values that stay behind mean: at most one; {@link Severity#FAIL} if left out. */
    Severity[] enumValues() default {};

    /**
     * How long each script may run, in seconds, before it is cancelled and its step fails; 300 if left out, which zero
     * means.
     */
    int timeLimit() default 0;

    /** Patterns of objects that are not compared, such as {@code public.audit_*}. */
    String[] exclude() default {};
}

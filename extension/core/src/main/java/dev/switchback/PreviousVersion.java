package dev.switchback;

import dev.switchback.jupiter.PreviousVersionExtension;
import dev.switchback.jupiter.SwitchbackExtension;
import dev.switchback.migration.RoundTripRows;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that the version of the application that still runs gets on with the schema of the new one: its statements, written by
 * hand or recorded with {@link dev.switchback.statements.StatementRecorder}, are prepared on both schemas and, where their values
 * are known, run.
 *
 * <pre>{@code
 * @PreviousVersion("queries/v41/*.sql")
 * void version41GetsOn() {}
 * }</pre>
 *
 * <p>It fails with each statement that is refused, or gives another result, after a migration, and names the migration and what
 * it changed. Notices and what could not be tried are report entries. The body runs afterwards, and may take a {@link
 * dev.switchback.statements.StatementReport}.
 *
 * <p>Rows of {@link SeededFixtures} come in on the old schema, or at the older version that they name. The migrations are those of
 * {@link TestDatabase}; repeatable ones run on every schema, as far as they can.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith({SwitchbackExtension.class, PreviousVersionExtension.class})
public @interface PreviousVersion {

    /**
     * The files with statements of the previous version, such as {@code queries/v41/*.sql}: below {@code src/test/resources}, on the
     * class path, or below the module's folder.
     */
    String[] value();

    /** The files with statements of the new version, which are tried on the old schema, as blue-green deployments need it. Default: none. */
    String[] newVersion() default {};

    /**
     * The version of the schema that the previous version of the application runs on, such as {@code from = "12"}, or {@value
     * #MERGE_BASE} for the newest that is on the main branch. Default: the version before {@link #to()}.
     */
    String from() default "";

    /** The version of the new schema, such as {@code to = "14"}. Default: the newest. */
    String to() default "";

    /** The role as which the application sends its statements, whose rights are checked. Default: the owner of the database. */
    String role() default "";

    /** Rows made up for every table of the old schema, with {@link RoundTripRows#GENERATED} (at most one value; default {@code OWN}). */
    RoundTripRows[] rows() default {};

    /** For {@link #from()}: the newest version that the main branch has, as git says. */
    String MERGE_BASE = "merge-base";
}

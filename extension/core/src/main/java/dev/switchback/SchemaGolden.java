package dev.switchback;

import dev.switchback.jupiter.SwitchbackExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares the schema that the migrations make with a file of the project.
 *
 * <p>On a method it is a test, which needs no body:
 *
 * <pre>{@code
 * @TestDatabase
 * class SchemaGoldenTest {
 *
 *     @SchemaGolden
 *     void theSchemaIsTheOneInTheFile() {}
 * }
 * }</pre>
 *
 * <p>It fails before the body runs if the schema differs from the file, with what differs. On a class it is a gate: the
 * comparison is made once before the class, and the class fails with it. The database is the one that {@link TestDatabase}
 * describes, and the schema is compared as the migrations leave it, whatever tests do.
 *
 * <p>The file is written where {@value SwitchbackParameters#GOLDEN} is {@code update}, and never where the environment
 * variable {@code CI} is set. A missing file is a failure.
 *
 * <p>An attribute that is not set is inherited from the next enclosing level, as {@link TestDatabase} says. Tests may run in parallel.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Test
@ExtendWith(SwitchbackExtension.class)
public @interface SchemaGolden {

    /** The file, as a path below {@code src/test/resources}, such as {@code "shop/schema.golden.sql"}. Default: {@code schema.golden.sql}. */
    String value() default "";

    /**
     * Patterns of objects that are not compared, such as {@code exclude = "public.audit_*"}. Those that leave nothing to compare
     * are refused, and so is one that no object matches.
     */
    String[] exclude() default {};
}

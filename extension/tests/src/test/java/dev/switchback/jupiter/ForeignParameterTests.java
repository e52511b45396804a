package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

class ForeignParameterTests {

    @Test
    void aParameterThatIsAnnotatedForAFrameworkIsItsOwn() {
        Engine.succeeds(AnnotatedTestCase.class, 3);
    }

    @TestDatabase(target = "empty")
    @ExtendWith(Framework.class)
    static class AnnotatedTestCase {

        @Test
        void named(@Named("orders") DataSource theirs) {
            assertThat(theirs).isInstanceOf(JdbcDataSource.class);
        }

        @Test
        void byAQualifierOfTheProject(@Orders DataSource theirs) {
            assertThat(theirs).isInstanceOf(JdbcDataSource.class);
        }

        @Test
        void anyOtherIsOfTheTestDatabase(@Nullable DataSource ours) {
            assertThat(ours).isNotInstanceOf(JdbcDataSource.class);
        }
    }

    @Test
    void anInjectedConstructorIsTheFrameworks() {
        Engine.succeeds(InjectedTestCase.class, 1);
    }

    @TestDatabase(target = "empty")
    @ExtendWith(Framework.class)
    static class InjectedTestCase {

        private final DataSource theirs;

        @Inject
        InjectedTestCase(DataSource theirs) {
            this.theirs = theirs;
        }

        @Test
        void hasBoth(DataSource ours) {
            assertThat(theirs).isInstanceOf(JdbcDataSource.class);
            assertThat(ours).isNotInstanceOf(JdbcDataSource.class);
        }
    }

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Orders {}

    /** Gives what is annotated for it, as frameworks do. */
    static final class Framework implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.isAnnotated(Named.class)
                    || parameter.isAnnotated(Orders.class)
                    || parameter.getDeclaringExecutable().isAnnotationPresent(Inject.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new JdbcDataSource();
        }
    }
}

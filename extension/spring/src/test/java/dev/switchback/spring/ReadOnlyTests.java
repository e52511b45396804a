package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** An application writes when it likes: its tests cannot be read-only. */
class ReadOnlyTests {

    @Test
    void aClassIsRefused() {
        assertThat(Engine.failure(ClassTestCase.class)).isEqualTo(refused(ClassTestCase.class));
    }

    @Test
    void aMethodIsRefused() {
        assertThat(Engine.failure(MethodTestCase.class)).isEqualTo(refused(MethodTestCase.class));
    }

    private static String refused(Class<?> testClass) {
        return "@TestDatabase(readOnly) on class " + testClass.getName()
                + ": the test has an application, which writes to its"
                + " database when it likes; leave readOnly out: tests of one application share its database anyway";
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase(readOnly = true)
    static class ClassTestCase {

        @Test
        void reads() {}
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    static class MethodTestCase {

        @Test
        @TestDatabase(readOnly = true)
        void reads() {}
    }
}

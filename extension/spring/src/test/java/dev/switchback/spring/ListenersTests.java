package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/** Test classes with listeners of their own. */
class ListenersTests {

    @Test
    void thoseInPlaceOfTheDefaultsAreRefused() {
        assertThat(Engine.failure(ReplacingTestCase.class))
                .isEqualTo(
                        """
                        @TestExecutionListeners of dev.switchback.spring.ListenersTests$ReplacingTestCase takes the place of Spring's default \
                        listeners, and so of the one that brings the database of @TestDatabase to the rows of each test.

                        Add mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS.""");
        assertThat(Engine.failure(InheritingTestCase.class))
                .contains("of dev.switchback.spring.ListenersTests$Base takes");
    }

    @Test
    void thoseBesideTheDefaultsAreNot() {
        Engine.succeeds(1, MergingTestCase.class);
        Engine.succeeds(1, MergingInheritingTestCase.class);
    }

    static class OwnListener implements TestExecutionListener {}

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    abstract static class ShopTestCase {

        @Test
        void runs() {}
    }

    @TestExecutionListeners(DependencyInjectionTestExecutionListener.class)
    static class ReplacingTestCase extends ShopTestCase {}

    @TestExecutionListeners(DependencyInjectionTestExecutionListener.class)
    abstract static class Base extends ShopTestCase {}

    @TestExecutionListeners(OwnListener.class)
    static class InheritingTestCase extends Base {}

    @TestExecutionListeners(listeners = OwnListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
    static class MergingTestCase extends ShopTestCase {}

    @TestExecutionListeners(
            listeners = OwnListener.class,
            inheritListeners = false,
            mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
    static class MergingInheritingTestCase extends Base {}
}

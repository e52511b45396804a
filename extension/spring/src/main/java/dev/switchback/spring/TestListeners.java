package dev.switchback.spring;

import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestContextAnnotationUtils.AnnotationDescriptor;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** The listeners that Spring tells of a class's tests; Switchback's is one of its defaults. */
final class TestListeners {

    private TestListeners() {}

    /**
     * Refuses a class that has listeners of its own in place of the defaults.
     *
     * @throws IllegalStateException if its tests would not be prepared
     */
    static void check(Class<?> testClass) {
        AnnotationDescriptor<TestExecutionListeners> declared =
                TestContextAnnotationUtils.findAnnotationDescriptor(testClass, TestExecutionListeners.class);
        while (declared != null) {
            TestExecutionListeners listeners = declared.getAnnotation();
            AnnotationDescriptor<TestExecutionListeners> above = listeners.inheritListeners() ? declared.next() : null;
            if (above == null && listeners.mergeMode() == MergeMode.REPLACE_DEFAULTS) {
                throw new IllegalStateException(
                        """
                        @TestExecutionListeners of %s takes the place of Spring's default listeners, and so of the one that brings \
                        the database of @TestDatabase to the rows of each test.

                        Add mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS."""
                                .formatted(declared.getRootDeclaringClass().getName()));
            }
            declared = above;
        }
    }
}

package dev.switchback.spring;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the test cases of a test, in their order and in one session. */
final class Engine {

    private Engine() {}

    static EngineExecutionResults run(Map<String, String> parameters, Class<?>... testCases) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Stream.of(testCases)
                        .map(testCase -> selectClass(testCase))
                        .toArray(org.junit.platform.engine.DiscoverySelector[]::new))
                .execute();
    }

    /** Everything has to succeed, and that many tests have to run. */
    static void succeeds(int tests, Class<?>... testCases) {
        succeeds(Map.of(), tests, testCases);
    }

    static void succeeds(Map<String, String> parameters, int tests, Class<?>... testCases) {
        EngineExecutionResults results = run(parameters, testCases);
        failures(results).forEach(failure -> {
            throw new AssertionError("should succeed", failure);
        });
        results.testEvents()
                .assertStatistics(statistics -> statistics.started(tests).succeeded(tests));
    }

    /** The message of the innermost cause of the first failure. */
    static String failure(Class<?> testCase) {
        Throwable failure = failures(run(Map.of(), testCase)).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(testCase + " should fail"));
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        return String.valueOf(failure.getMessage());
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .toList();
    }
}

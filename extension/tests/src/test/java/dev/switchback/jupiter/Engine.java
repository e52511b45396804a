package dev.switchback.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.SwitchbackParameters;
import java.util.List;
import java.util.Map;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs the test cases of a test. */
final class Engine {

    private Engine() {}

    static EngineExecutionResults run(Class<?> testCase) {
        return run(testCase, Map.of());
    }

    static EngineExecutionResults run(Class<?> testCase, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter(SwitchbackParameters.REPORT, "off")
                .configurationParameter(SwitchbackParameters.TEMPLATES, "off")
                .configurationParameters(parameters)
                .selectors(selectClass(testCase))
                .execute();
    }

    /** Runs a test case in which everything has to succeed, and something has to run. */
    static void succeeds(Class<?> testCase, int tests) {
        succeeds(testCase, tests, Map.of());
    }

    static void succeeds(Class<?> testCase, int tests, Map<String, String> parameters) {
        EngineExecutionResults results = run(testCase, parameters);
        failures(results).forEach(failure -> {
            throw new AssertionError(testCase.getSimpleName() + " should succeed", failure);
        });
        results.testEvents()
                .assertStatistics(statistics -> statistics.started(tests).succeeded(tests));
    }

    /** The tests and containers that failed or were aborted. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .flatMap(
                        event -> event
                                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()
                                .stream())
                .toList();
    }

    /** The message of the only failure of a test case. */
    static String failure(Class<?> testCase) {
        return failure(testCase, Map.of());
    }

    static String failure(Class<?> testCase, Map<String, String> parameters) {
        List<Throwable> failures = failures(run(testCase, parameters));
        if (failures.size() != 1) {
            throw new AssertionError("one failure expected, got " + failures);
        }
        return String.valueOf(failures.get(0).getMessage());
    }

    static List<String> names(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(descriptor -> descriptor.getDisplayName())
                .toList();
    }
}

package dev.switchback.benchmarks.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.SwitchbackParameters;
import dev.switchback.benchmarks.Jvm;
import java.util.logging.LogManager;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** One run of a suite, server and migrations and all, in a JVM of its own. */
public final class SuiteRun {

    private SuiteRun() {}

    /** The class that all classes of the suite are like, their number, that of tests in each, of threads, and the migrations. */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        int classes = Integer.parseInt(arguments[1]);
        String threads = arguments[3];
        System.setProperty(OneDatabase.MIGRATIONS, arguments[4]);
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter(Often.TESTS, arguments[2])
                .configurationParameter(SwitchbackParameters.REPORT, "off")
                .configurationParameter(SwitchbackParameters.TEMPLATES, "off")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.enabled", String.valueOf(!threads.equals("1")))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", threads)
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", threads);
        try (GeneratedClasses generated = GeneratedClasses.of(Class.forName(arguments[0]), classes)) {
            for (int i = 0; i < classes; i++) {
                request.selectors(selectClass(generated.get(i)));
            }
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            long begun = System.nanoTime();
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher().execute(request.build(), summary);
            }
            long ended = System.nanoTime();
            for (var failure : summary.getSummary().getFailures()) {
                throw new IllegalStateException(failure.getTestIdentifier().getUniqueId(), failure.getException());
            }
            long expected = (long) classes * Integer.parseInt(arguments[2]);
            if (summary.getSummary().getTestsSucceededCount() != expected) {
                throw new IllegalStateException(summary.getSummary().getTestsSucceededCount() + " tests succeeded");
            }
            Jvm.tell(ended - begun);
        }
    }
}

package dev.switchback.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** The machine of a measurement: figures without it say nothing. */
final class Machine {

    private Machine() {}

    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        long memory = ((com.sun.management.OperatingSystemMXBean) system).getTotalMemorySize();
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores, %.0f GB, Java %s; %s",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                memory / 1e9,
                System.getProperty("java.version"),
                load());
    }

    /** The load of the machine beside the benchmark: above the number of cores, times are not to be trusted. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "load average %.2f", load);
    }
}

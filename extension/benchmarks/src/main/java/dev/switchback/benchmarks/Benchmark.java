package dev.switchback.benchmarks;

/** One thing that is measured, under a name for the command line. */
public interface Benchmark {

    String name();

    /** One line for the list of benchmarks. */
    String summary();

    /** The arguments that may follow the name on the command line. */
    String arguments();

    /** Measures and reports. Throws if what was to be measured did not work. */
    void run(Arguments arguments, Report report) throws Exception;
}

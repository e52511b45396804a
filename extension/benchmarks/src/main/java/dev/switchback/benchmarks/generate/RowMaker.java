package dev.switchback.benchmarks.generate;

/** Makes rows of eight columns. */
interface RowMaker {

    /** The values of a row; the array may be used again for the next one. */
    String[] row(long ordinal);
}

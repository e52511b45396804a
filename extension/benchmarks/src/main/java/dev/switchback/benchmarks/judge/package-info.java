/** Judges every undo a second time, with psql and pg_dump and nothing of Switchback, and compares the verdicts. */
@NullMarked
package dev.switchback.benchmarks.judge;

import org.jspecify.annotations.NullMarked;

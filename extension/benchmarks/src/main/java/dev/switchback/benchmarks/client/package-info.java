/** PostgreSQL's own programs, as they are installed on the machine. */
@NullMarked
package dev.switchback.benchmarks.client;

import org.jspecify.annotations.NullMarked;

/** Reading a whole schema, against other readers. */
@NullMarked
package dev.switchback.benchmarks.catalog;

import org.jspecify.annotations.NullMarked;

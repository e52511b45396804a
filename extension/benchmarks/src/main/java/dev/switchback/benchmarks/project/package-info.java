/** Folders of other projects' migrations, and what Switchback says of them. */
@NullMarked
package dev.switchback.benchmarks.project;

import org.jspecify.annotations.NullMarked;

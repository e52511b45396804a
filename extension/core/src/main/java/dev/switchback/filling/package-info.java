/** Rows made up for every table of a database, such as its own constraints admit. */
@NullMarked
package dev.switchback.filling;

import org.jspecify.annotations.NullMarked;

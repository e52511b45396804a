/** What several tests need. */
@NullMarked
package dev.switchback.testing;

import org.jspecify.annotations.NullMarked;

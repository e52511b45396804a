/** Names of a framework that is not on the class path. */
@NullMarked
package org.springframework.test.context.junit.jupiter;

import org.jspecify.annotations.NullMarked;

/** Tests of the JUnit extension, run by JUnit's own engine on a real server. */
@NullMarked
package dev.switchback.jupiter;

import org.jspecify.annotations.NullMarked;

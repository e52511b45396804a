/** What a user touches, run by JUnit's own engine on a real server. */
@NullMarked
package dev.switchback.jupiter;

import org.jspecify.annotations.NullMarked;

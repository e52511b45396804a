/** What a test imports first: the annotations, the ready-made checks, and the settings in code. */
@NullMarked
package dev.switchback;

import org.jspecify.annotations.NullMarked;

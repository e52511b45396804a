@NullMarked
package dev.switchback.jupiter;

import org.jspecify.annotations.NullMarked;

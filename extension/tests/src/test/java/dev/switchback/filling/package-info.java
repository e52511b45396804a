@NullMarked
package dev.switchback.filling;

import org.jspecify.annotations.NullMarked;

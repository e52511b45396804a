@NullMarked
package dev.switchback.outside;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.postgresql;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.postgresql.reset;

import org.jspecify.annotations.NullMarked;

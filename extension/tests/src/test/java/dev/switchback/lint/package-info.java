@NullMarked
package dev.switchback.lint;

import org.jspecify.annotations.NullMarked;

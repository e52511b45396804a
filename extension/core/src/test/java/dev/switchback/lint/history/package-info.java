@NullMarked
package dev.switchback.lint.history;

import org.jspecify.annotations.NullMarked;

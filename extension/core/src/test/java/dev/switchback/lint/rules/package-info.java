@NullMarked
package dev.switchback.lint.rules;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.lint.settings;

import org.jspecify.annotations.NullMarked;

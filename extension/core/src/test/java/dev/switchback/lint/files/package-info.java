@NullMarked
package dev.switchback.lint.files;

import org.jspecify.annotations.NullMarked;

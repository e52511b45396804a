@NullMarked
package dev.switchback.assertions;

import org.jspecify.annotations.NullMarked;

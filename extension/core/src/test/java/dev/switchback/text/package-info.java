@NullMarked
package dev.switchback.text;

import org.jspecify.annotations.NullMarked;

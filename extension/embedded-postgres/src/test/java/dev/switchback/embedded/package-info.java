@NullMarked
package dev.switchback.embedded;

import org.jspecify.annotations.NullMarked;

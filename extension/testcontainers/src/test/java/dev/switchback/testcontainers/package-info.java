@NullMarked
package dev.switchback.testcontainers;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.assertions.jooq;

import org.jspecify.annotations.NullMarked;

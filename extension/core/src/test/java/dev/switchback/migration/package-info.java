@NullMarked
package dev.switchback.migration;

import org.jspecify.annotations.NullMarked;

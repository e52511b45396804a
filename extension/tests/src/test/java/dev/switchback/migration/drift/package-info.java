@NullMarked
package dev.switchback.migration.drift;

import org.jspecify.annotations.NullMarked;

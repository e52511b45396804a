@NullMarked
package dev.switchback.migration.log;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.migration.rows;

import org.jspecify.annotations.NullMarked;

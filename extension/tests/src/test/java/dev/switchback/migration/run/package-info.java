@NullMarked
package dev.switchback.migration.run;

import org.jspecify.annotations.NullMarked;

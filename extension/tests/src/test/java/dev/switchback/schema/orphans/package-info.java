@NullMarked
package dev.switchback.schema.orphans;

import org.jspecify.annotations.NullMarked;

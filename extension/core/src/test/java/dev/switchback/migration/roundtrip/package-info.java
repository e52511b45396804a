@NullMarked
package dev.switchback.migration.roundtrip;

import org.jspecify.annotations.NullMarked;

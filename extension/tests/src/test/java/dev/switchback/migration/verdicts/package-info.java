@NullMarked
package dev.switchback.migration.verdicts;

import org.jspecify.annotations.NullMarked;

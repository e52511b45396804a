@NullMarked
package dev.switchback.postgresql.verdicts;

import org.jspecify.annotations.NullMarked;

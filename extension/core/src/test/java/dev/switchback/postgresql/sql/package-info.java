@NullMarked
package dev.switchback.postgresql.sql;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.postgresql.ddl;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.switchback.migration.script;

import org.jspecify.annotations.NullMarked;

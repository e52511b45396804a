/** Migrations and undo scripts as they lie in files and classes: names, pairs, markers, and findings about them. */
@NullMarked
package dev.switchback.migration.script;

import org.jspecify.annotations.NullMarked;

/** Statements of an application on the schemas before and after migrations. */
@NullMarked
package dev.switchback.statements;

import org.jspecify.annotations.NullMarked;

/** The statements of an application, recorded or written down, tried on the schemas before and after migrations. */
@NullMarked
package dev.switchback.statements;

import org.jspecify.annotations.NullMarked;

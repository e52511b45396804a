/** Whether the version of the application that still runs gets on with a schema that has changed. */
@NullMarked
package dev.switchback.schema.compatibility;

import org.jspecify.annotations.NullMarked;

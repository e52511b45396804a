/** Comparison of words and of lines, for messages. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

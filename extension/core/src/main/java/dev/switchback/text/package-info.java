/** Comparison of words and of lines, and characters that are not seen, for messages; a line of progress. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

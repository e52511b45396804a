/** Verdicts that are kept from one run to the next, and what each of them follows from. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.migration.verdicts;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/** Verdicts that are kept, as far as PostgreSQL is concerned: a server's settings, the meaning of scripts, whole databases as texts. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.verdicts;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/** PostgreSQL's language: what types and expressions mean, without a server to ask. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.postgresql.sql;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

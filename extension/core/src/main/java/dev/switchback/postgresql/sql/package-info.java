/** PostgreSQL's language: what types and expressions mean, without a server to ask. */
@NullMarked
package dev.switchback.postgresql.sql;

import org.jspecify.annotations.NullMarked;

/** Gives the application of a Spring test the database that {@link dev.switchback.TestDatabase} describes. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.switchback.spring;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

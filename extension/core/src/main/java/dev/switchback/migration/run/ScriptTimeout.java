package dev.switchback.migration.run;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A script that ran for longer than it may.
 *
 * @param limit how long it may run
 * @param activity what its session did when the time was over, where the server could be asked
 * @param place where its Java code stood then
 */
@API(status = API.Status.INTERNAL)
public record ScriptTimeout(Duration limit, Optional<SessionActivity> activity, Optional<StackTraceElement> place) {}

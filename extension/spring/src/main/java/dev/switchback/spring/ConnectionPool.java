package dev.switchback.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.util.ClassUtils;

/** Pools of connections, whose sessions end when their database is made anew. */
final class ConnectionPool {

    private static final boolean IS_HIKARI_HERE =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", ConnectionPool.class.getClassLoader());

    private ConnectionPool() {}

    /** Has a pool close what it holds. Others than Hikari's and Tomcat's look at a connection before they lend it. */
    static void evict(DataSource source) {
        if (IS_HIKARI_HERE) {
            Hikari.evict(source);
        }
        Stream.of(source.getClass().getMethods())
                .filter(method -> method.getName().equals("purge") && method.getParameterCount() == 0)
                .forEach(method -> {
                    try {
                        method.invoke(source);
                    } catch (InvocationTargetException | IllegalAccessException e) {
                        throw new IllegalStateException("The pool " + source + " keeps its connections", e);
                    }
                });
    }

    /** By itself, because the library may not be there. */
    private static final class Hikari {

        static void evict(DataSource source) {
            try {
                if (source.isWrapperFor(HikariDataSource.class)) {
                    HikariPoolMXBean pool =
                            source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                    if (pool != null) {
                        pool.softEvictConnections();
                    }
                }
            } catch (SQLException itIsNone) {
                // A source that cannot say what it wraps has no pool that could be asked.
            }
        }
    }
}

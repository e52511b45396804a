package dev.switchback.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Optional;
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

    /** Has a pool tell at once that there are no connections any more, as beans may ask for some when their context is closed. */
    static void doNotWait(DataSource source) {
        if (IS_HIKARI_HERE) {
            Hikari.doNotWait(source);
        }
    }

    /** By itself, because the library may not be there. */
    private static final class Hikari {

        /** The shortest time that it takes, in milliseconds. */
        private static final int SHORTEST = 250;

        static void evict(DataSource source) {
            of(source)
                    .flatMap(pool -> Optional.ofNullable(pool.getHikariPoolMXBean()))
                    .ifPresent(HikariPoolMXBean::softEvictConnections);
        }

        static void doNotWait(DataSource source) {
            of(source).ifPresent(pool -> pool.getHikariConfigMXBean().setConnectionTimeout(SHORTEST));
        }

        private static Optional<HikariDataSource> of(DataSource source) {
            try {
                return source.isWrapperFor(HikariDataSource.class)
                        ? Optional.of(source.unwrap(HikariDataSource.class))
                        : Optional.empty();
            } catch (SQLException itIsNone) {
                // A source that cannot say what it wraps has no pool that could be asked.
                return Optional.empty();
            }
        }
    }
}

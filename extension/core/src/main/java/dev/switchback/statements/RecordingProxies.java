package dev.switchback.statements;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Wraps what a data source gives, so that statements are remembered when they are sent. */
final class RecordingProxies {

    private static final Object[] NOTHING = {};

    private final RecordedStatements recorded;

    private RecordingProxies(RecordedStatements recorded) {
        this.recorded = recorded;
    }

    static DataSource of(DataSource dataSource, RecordedStatements recorded) {
        RecordingProxies proxies = new RecordingProxies(recorded);
        return (DataSource) proxies.proxy(
                dataSource,
                (method, arguments, result) ->
                        result instanceof Connection connection ? proxies.connection(connection) : result,
                DataSource.class);
    }

    private Connection connection(Connection connection) {
        Connection[] self = new Connection[1];
        self[0] = (Connection) proxy(
                connection,
                (method, arguments, result) -> result instanceof Statement statement
                        ? statement(statement, self[0], sqlOf(method, arguments))
                        : result,
                Connection.class);
        return self[0];
    }

    private Statement statement(Statement statement, Connection owner, Optional<String> sql) {
        RecordedParameters parameters = new RecordedParameters();
        Class<?> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return (Statement) proxy(
                statement,
                (method, arguments, result) -> {
                    parameters.see(method.getName(), arguments);
                    if (isSent(method)) {
                        sqlOf(method, arguments).or(() -> sql).ifPresent(sent -> recorded.add(sent, parameters));
                    }
                    return result instanceof Connection ? owner : result;
                },
                type);
    }

    private static boolean isSent(Method method) {
        return method.getName().equals("addBatch")
                || (method.getName().startsWith("execute") && !method.getName().endsWith("Batch"));
    }

    /** The statement that a method takes first. */
    private static Optional<String> sqlOf(Method method, Object[] arguments) {
        boolean takesSql = method.getName().startsWith("prepare") || isSent(method);
        return takesSql && arguments.length > 0 && arguments[0] instanceof String sql
                ? Optional.of(sql)
                : Optional.empty();
    }

    /** A step that follows each call that succeeds. */
    private interface After {

        @Nullable
        Object result(Method method, Object[] arguments, @Nullable Object result);
    }

    private Object proxy(Object original, After after, Class<?> type) {
        Class<?>[] types = Stream.of(type, AutoCloseable.class)
                .filter(each -> each.isInstance(original))
                .distinct()
                .toArray(Class<?>[]::new);
        InvocationHandler handler = (proxy, method, given) -> {
            Object[] arguments = given == null ? NOTHING : given;
            Optional<Object> own = own(proxy, original, method, arguments);
            if (own.isPresent()) {
                return own.get();
            }
            try {
                return after.result(method, arguments, method.invoke(original, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return Proxy.newProxyInstance(RecordingProxies.class.getClassLoader(), types, handler);
    }

    /** The answers of a proxy itself: who it is, and what it wraps. */
    private static Optional<Object> own(Object proxy, Object original, Method method, Object[] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> Optional.of(proxy == arguments[0]);
                case "hashCode" -> Optional.of(System.identityHashCode(proxy));
                default -> Optional.of("recorded " + original);
            };
        }
        if (method.getDeclaringClass() != Wrapper.class) {
            return Optional.empty();
        }
        Class<?> wanted = (Class<?>) arguments[0];
        boolean isUnwrap = method.getName().equals("unwrap");
        for (Object candidate : List.of(proxy, original)) {
            if (wanted.isInstance(candidate)) {
                return Optional.of(isUnwrap ? candidate : true);
            }
        }
        return Optional.empty();
    }
}

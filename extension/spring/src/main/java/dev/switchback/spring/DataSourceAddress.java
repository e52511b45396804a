package dev.switchback.spring;

import dev.switchback.provision.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The address that a data source has. There is no interface for it: each kind has properties, of one of a few names. */
record DataSourceAddress(DataSource source) {

    private static final List<String> URLS = List.of("JdbcUrl", "Url", "URL");
    private static final List<String> USERS = List.of("Username", "User");

    /** Empty if it does not tell. */
    Optional<String> url() {
        return URLS.stream()
                .flatMap(name -> getter(name).stream())
                .findFirst()
                .flatMap(method -> Optional.ofNullable(call(method)))
                .map(String::valueOf);
    }

    boolean leadsTo(Database database) {
        return url().map(url -> withoutParameters(url).equals(withoutParameters(database.url())))
                .orElseGet(() -> isOn(database));
    }

    static String withoutParameters(String url) {
        return url.split("\\?", 2)[0];
    }

    private boolean isOn(Database database) {
        try (Connection connection = source.getConnection()) {
            return database.name().equals(connection.getCatalog());
        } catch (SQLException elsewhere) {
            return false;
        }
    }

    /** Leads it to that database; false if it cannot be led, or not any more. */
    boolean set(Database database) {
        String url = SessionParameters.of(url().orElse(null), database).addedTo(database);
        return setter(URLS).filter(setter -> isSet(setter, url)).isPresent() && login(database);
    }

    /** Has it log in as the database wants it, whatever properties of its own say; false if it cannot be told. */
    boolean login(Database database) {
        return setter(USERS).filter(user -> isSet(user, database.user())).isPresent()
                && setter(List.of("Password"))
                        .filter(password -> isSet(password, database.password()))
                        .isPresent();
    }

    private boolean isSet(Method setter, String value) {
        try {
            setter.invoke(source, value);
            return true;
        } catch (InvocationTargetException | IllegalAccessException itIsUsedAlready) {
            return false;
        }
    }

    private Optional<Method> setter(List<String> names) {
        return names.stream()
                .flatMap(name -> method("set" + name, String.class).stream())
                .findFirst();
    }

    private Optional<Method> getter(String name) {
        return method("get" + name).filter(method -> method.getReturnType() == String.class);
    }

    private Optional<Method> method(String name, Class<?>... parameters) {
        return Stream.of(source.getClass().getMethods())
                .filter(method -> method.getName().equals(name)
                        && List.of(method.getParameterTypes()).equals(List.of(parameters)))
                .findFirst();
    }

    private @Nullable Object call(Method method) {
        try {
            return method.invoke(source);
        } catch (InvocationTargetException | IllegalAccessException e) {
            return null;
        }
    }
}

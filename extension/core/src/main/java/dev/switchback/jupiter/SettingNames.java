package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerProviders;
import dev.switchback.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The names of the settings that are given to the tests of a session and that nobody reads, with where each is given. JUnit
 * tells an extension no names of parameters, so they are looked for where JUnit itself reads them; those that a build tool
 * hands to JUnit only {@link UnseenMistakesEngine} sees.
 */
record SettingNames(Map<String, String> unknown) {

    private static final String OURS = "switchback";
    private static final String PREFIX = OURS + ".";
    private static final String FILE = "junit-platform.properties";

    /** Of providers that this class path may be without, in a build whose other modules have them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "switchback.embedded-postgres.binaries",
            "switchback.embedded-postgres.folder",
            "switchback.docker.timeout",
            "switchback.container.timeout",
            "switchback.data-source");

    /** Of the Maven plugin alone, which a call of Maven hands to its tests, too. */
    private static final Set<String> OF_MAVEN = Set.of(
            "switchback.skip",
            "switchback.locations",
            "switchback.config-files",
            "switchback.flyway-execution",
            "switchback.server-id",
            "switchback.since",
            "switchback.format",
            "switchback.lint-settings",
            "switchback.files-only",
            "switchback.golden-file",
            "switchback.status.url",
            "switchback.status.user",
            "switchback.fail-on-pending");

    /** The names in JUnit's file and among the system properties. */
    static SettingNames given() {
        return of(file(), System.getProperties());
    }

    static SettingNames of(Properties file, Properties system) {
        Map<String, String> unknown = new TreeMap<>();
        strangers(system.stringPropertyNames(), OF_MAVEN).forEach(name -> unknown.put(name, "a system property"));
        strangers(file.stringPropertyNames(), Set.of()).forEach(name -> unknown.put(name, "in " + FILE));
        return new SettingNames(unknown);
    }

    /** The names that are handed to JUnit by a build tool alone. */
    static SettingNames handedOver(Collection<String> names) {
        SettingNames elsewhere = given();
        return new SettingNames(strangers(names, Set.of())
                // JUnit lists system properties among its parameters
                .filter(name -> !elsewhere.unknown.containsKey(name) && System.getProperty(name) == null)
                .collect(Collectors.toMap(name -> name, name -> "a configuration parameter", (one, same) -> one)));
    }

    /** Refuses unknown names, except for what the provider reads that a class registers in code. */
    void check(Optional<ServerProvider> registered) {
        if (unknown.isEmpty()) {
            return;
        }
        Map<String, String> left = new TreeMap<>(unknown);
        registered.ifPresent(provider -> left.keySet().removeAll(provider.options()));
        if (!left.isEmpty()) {
            throw new ExtensionConfigurationException(message(left));
        }
    }

    private static String message(Map<String, String> unknown) {
        Set<String> known = known();
        return unknown.entrySet().stream()
                .map(entry -> "%s, %s: %s".formatted(entry.getKey(), entry.getValue(), problem(entry.getKey(), known)))
                .collect(Collectors.joining("\n"));
    }

    private static String problem(String name, Set<String> known) {
        if (OF_MAVEN.contains(name)) {
            return "only Switchback's Maven plugin reads it. SwitchbackParameters lists what tests read.";
        }
        String hint = hint(name, known);
        return "there is no such setting." + (hint.isEmpty() ? " SwitchbackParameters lists all." : hint);
    }

    /** Known names are looked up only if there is a name to compare, because each provider is made for that. */
    private static Stream<String> strangers(Collection<String> names, Set<String> ofOthers) {
        List<String> own = names.stream().filter(SettingNames::isOurs).toList();
        if (own.isEmpty()) {
            return Stream.empty();
        }
        Set<String> known = known();
        return own.stream()
                .filter(name -> !known.contains(name) && !ofOthers.contains(name))
                .filter(name -> name.startsWith(PREFIX) || !hint(name, known).isEmpty());
    }

    /** The beginning may be mistyped, too; then only a name that goes on as one of ours is taken for one. */
    private static boolean isOurs(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && NearestName.distance(name.substring(0, dot).toLowerCase(Locale.ROOT), OURS) <= 2;
    }

    private static String hint(String name, Set<String> known) {
        // without the beginning that all have, which would make all of them near
        return NearestName.question(
                        name.substring(name.indexOf('.') + 1),
                        known.stream()
                                .map(each -> each.substring(PREFIX.length()))
                                .toList())
                .replace(" mean ", " mean " + PREFIX)
                .replace(" or ", " or " + PREFIX);
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(ServerProviders.installed().options());
        known.addAll(ELSEWHERE);
        for (Field field : SwitchbackParameters.class.getFields()) {
            if (field.getType() == String.class) {
                known.add(constant(field));
            }
        }
        return known;
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties file() {
        Properties read = new Properties();
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        URL file = (own == null ? ClassLoader.getSystemClassLoader() : own).getResource(FILE);
        if (file != null) {
            try (InputStream in = file.openStream()) {
                read.load(in);
            } catch (IOException e) {
                throw new ExtensionConfigurationException("It cannot be read: " + file, e);
            }
        }
        return read;
    }
}

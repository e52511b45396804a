package dev.switchback.cli;

import dev.switchback.text.NearestName;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.configuration.ConfigUtils;

/** The settings of Flyway that a project has in files and in environment variables; the later ones of a name hold. */
final class FlywaySettings {

    private static final String PREFIX = "flyway.";
    private static final String VARIABLE = "FLYWAY_";
    static final String FILES = "FLYWAY_CONFIG_FILES";

    /** The database of the configuration is not the one that migrations are tried on. */
    private static final Set<String> OF_A_DATABASE = Set.of("url", "user", "password", "driver", "environment");

    /** Names by which Flyway's own programs are told things that concern no migration. */
    private static final Set<String> OF_PROGRAMS = Set.of("edition", "version", "home", "dir");

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Set<String>> leftOut = new TreeMap<>();

    /** Adds those of a file, by the names of flyway.conf. */
    void addFile(String file, Map<String, String> read) {
        Map<String, String> taken = new LinkedHashMap<>();
        read.forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || OF_A_DATABASE.contains(name.substring(PREFIX.length()))) {
                leaveOut(
                        file,
                        name.startsWith("environments.")
                                ? name.replaceFirst("(environments\\.[^.]+)\\..*", "$1")
                                : name);
            } else {
                taken.put(name, value);
            }
        });
        check(file, taken);
        settings.putAll(taken);
    }

    /** Adds those of a build, in which other things have the same prefix. */
    void addPlaced(Environment.PlacedSettings placed) {
        Map<String, String> taken = new LinkedHashMap<>();
        placed.settings().forEach((name, value) -> {
            String own = name.replaceFirst("^" + Pattern.quote(PREFIX), "");
            if (OF_A_DATABASE.contains(own) || !isKnown(name, value)) {
                if (!OF_PROGRAMS.contains(own)) {
                    leaveOut(placed.place(), name);
                }
            } else {
                taken.put(name, value);
            }
        });
        check(placed.place(), taken);
        settings.putAll(taken);
    }

    private static boolean isKnown(String name, String value) {
        try {
            Flyway.configure().configuration(Map.of(name, value));
            return true;
        } catch (FlywayException e) {
            return !String.valueOf(e.getMessage()).contains("Unknown configuration");
        }
    }

    /** Adds those of environment variables. */
    void addVariables(Map<String, String> variables) {
        Map<String, String> taken = new LinkedHashMap<>();
        variables.forEach((variable, value) -> {
            if (!variable.startsWith(VARIABLE) || variable.equals(FILES) || value.isEmpty()) {
                return;
            }
            Map<String, String> known = ConfigUtils.environmentVariablesToPropertyMap(Map.of(variable, value));
            String name = known.keySet().stream().findFirst().orElse("");
            if (name.isEmpty()) {
                requireOfPrograms(variable);
                leaveOut("the environment", variable);
            } else if (OF_A_DATABASE.contains(name.substring(PREFIX.length()))) {
                leaveOut("the environment", variable);
            } else {
                taken.put(name, value);
            }
        });
        check("the environment", taken);
        settings.putAll(taken);
    }

    private static void requireOfPrograms(String variable) {
        if (!OF_PROGRAMS.contains(variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT))) {
            Set<String> known = knownNames().stream()
                    .map(name -> VARIABLE + name.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
                    .collect(Collectors.toCollection(TreeSet::new));
            throw CommandException.wrongUse(
                    "Flyway knows no environment variable " + variable + "." + NearestName.question(variable, known));
        }
    }

    private void leaveOut(String place, String name) {
        leftOut.computeIfAbsent(place, each -> new TreeSet<>()).add(name);
    }

    /** Each place by itself, so that the message says where a setting is that Flyway does not know. */
    private static void check(String place, Map<String, String> taken) {
        if (taken.isEmpty()) {
            return; // Flyway loads several hundred classes to read nothing
        }
        try {
            Flyway.configure().configuration(taken);
        } catch (FlywayException e) {
            Set<String> known =
                    knownNames().stream().map(PREFIX::concat).collect(Collectors.toCollection(TreeSet::new));
            String meant = taken.keySet().stream()
                    .filter(name -> String.valueOf(e.getMessage()).contains(name) && !known.contains(name))
                    .map(name -> NearestName.question(name, known))
                    .collect(Collectors.joining());
            throw CommandException.wrongUse("The configuration of Flyway in " + place + " is refused: "
                    + String.valueOf(e.getMessage())
                            .replaceFirst("\\. Please check .*", ".")
                            .strip() + meant);
        }
    }

    /** The names of Flyway's settings, as those of its methods are. */
    private static Set<String> knownNames() {
        return Stream.of(FluentConfiguration.class.getMethods())
                .filter(method ->
                        method.getReturnType() == FluentConfiguration.class && method.getParameterCount() == 1)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that hold. */
    Map<String, String> settings() {
        return settings;
    }

    /** Sentences about what was not taken over, one for each place. */
    List<String> remarks() {
        return leftOut.entrySet().stream()
                .map(entry ->
                        "Not taken over from %s: %s.".formatted(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }
}

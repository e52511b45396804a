package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/**
 * The line between what is promised and what is not. A public type is a promise, to be called or to be implemented, unless it or its
 * package is marked {@code @API(status = INTERNAL)}.
 */
class ApiTests {

    private static final String ROOT = "dev.switchback";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .importUrl(TestDatabase.class.getProtectionDomain().getCodeSource().getLocation());

    /** A type that becomes public must be added to the file, or marked: nothing becomes a promise by accident. */
    @Test
    void whatIsPromisedIsListed() throws IOException {
        List<String> promised = publicTypes()
                .filter(type -> !isInternal(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertThat(promised).containsExactlyInAnyOrderElementsOf(listed());
    }

    @Test
    void apiSignaturesSpeakOfTheApiAlone() {
        Set<String> leaks = new TreeSet<>();
        publicTypes().filter(type -> !isInternal(type)).forEach(type -> type.getMethods().stream()
                .filter(ApiTests::isReachable)
                .forEach(method -> mentioned(method)
                        .filter(ApiTests::isInternal)
                        .forEach(internal -> leaks.add(method.getFullName() + " speaks of " + internal.getName()))));

        assertThat(leaks).isEmpty();
    }

    /**
     * Records that callers make themselves stay as they are, since a component more breaks them. The constructor of one that only
     * Switchback makes is marked.
     */
    @Test
    void promisedRecordsStayAsTheyAre() throws IOException {
        List<String> records = PRODUCTION.stream()
                .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> outermost(type).getModifiers().contains(JavaModifier.PUBLIC) && !isInternal(type))
                .filter(type -> type.getConstructors().stream().noneMatch(made -> made.isAnnotatedWith(API.class)))
                .map(ApiTests::components)
                .sorted()
                .toList();

        assertThat(String.join("\n", records) + "\n").isEqualTo(text("api-records.txt"));
    }

    /**
     * A class that Switchback makes, or that methods change, has no constructor that callers would have to follow. Classes of
     * assertions have one for AssertJ, which makes them by reflection.
     */
    @Test
    void classesAreNotMadeByCallers() {
        assertThat(publicTypes()
                        .filter(type -> !isInternal(type) && !type.isRecord() && !type.isInterface() && !type.isEnum())
                        .filter(type -> !type.isAssignableTo(Throwable.class))
                        .filter(type -> !type.getPackageName().equals(ROOT + ".assertions"))
                        .filter(type -> type.getConstructors().stream()
                                .anyMatch(made -> made.getModifiers().contains(JavaModifier.PUBLIC)
                                        && !made.getRawParameterTypes().isEmpty()
                                        && !made.isAnnotatedWith(API.class)))
                        .map(JavaClass::getSimpleName))
                .isEmpty();
    }

    /** The comparison with a released version leaves out the packages that are marked, and no others. */
    @Test
    void theComparisonOfVersionsLeavesOutInternalPackages() throws IOException {
        Set<String> internal = PRODUCTION.stream()
                .map(JavaClass::getPackage)
                .filter(javaPackage -> javaPackage.isAnnotatedWith(API.class))
                .map(javaPackage -> javaPackage.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(excludedPackages()).containsExactlyInAnyOrderElementsOf(internal);
    }

    private static Stream<JavaClass> publicTypes() {
        return PRODUCTION.stream()
                .filter(type -> type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getSimpleName().equals("package-info"));
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
                && (type.getPackage().isAnnotatedWith(API.class)
                        || outermost(type).isAnnotatedWith(API.class));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ApiTests::outermost).orElse(type);
    }

    private static boolean isReachable(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.isAnnotatedWith(API.class);
    }

    private static Stream<JavaClass> mentioned(JavaMethod method) {
        return Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }

    private static String components(JavaClass type) {
        return type.getName().substring(ROOT.length() + 1)
                + Stream.of(type.reflect().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/dev/switchback", file), StandardCharsets.UTF_8);
    }

    private static List<String> listed() throws IOException {
        return text("api.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> excludedPackages() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8);
        return Pattern.compile("<exclude>(dev\\.switchback\\.[\\w.]+)</exclude>")
                .matcher(pom)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

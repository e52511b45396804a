package dev.switchback.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.schema.Schema;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No assertion holds because it was asked nothing, or asked about something that is not there. */
@ExtendWith(ShopSchema.class)
class WrongArgumentsTests {

    @Test
    void everyAssertionThatTakesNamesOrListsIsTried(Schema schema) throws Exception {
        List<String> tried = Examples.of(schema).stream()
                .map(example -> Example.name(example.method()))
                .toList();

        assertThat(assertionsWithNamesOrLists()).hasSizeGreaterThan(120).isSubsetOf(tried);
    }

    @Test
    void noneHoldsWithWhatIsNotThere(Schema schema) {
        SoftAssertions softly = new SoftAssertions();

        Examples.of(schema).stream().flatMap(Example::wrong).forEach(wrong -> softly.assertThat(wrong.failure())
                .as("%s", wrong)
                .isNotNull());

        softly.assertAll();
    }

    @Test
    void whatIsBlankOrNothingIsRefusedAsWrongUse(Schema schema) {
        SoftAssertions softly = new SoftAssertions();

        Examples.of(schema).stream()
                .flatMap(Example::wrong)
                .filter(wrong -> wrong.mistake().compareTo(Example.Mistake.CAPITALS) < 0)
                .forEach(wrong -> softly.assertThat(wrong.failure())
                        .as("%s", wrong)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("The test gives no "));

        softly.assertAll();
    }

    @Test
    void theExamplesSpeakOfWhatIsThere(Schema schema) {
        SoftAssertions softly = new SoftAssertions();

        Examples.of(schema).stream()
                .filter(example ->
                        SwitchbackAssert.class.isAssignableFrom(example.method().getDeclaringClass()))
                .filter(example -> !example.method().getName().startsWith("matches"))
                .forEach(example -> {
                    if (example.method().getName().startsWith("doesNot")) {
                        softly.assertThat(example.failure()).as("%s", example).isInstanceOf(AssertionError.class);
                    } else {
                        softly.assertThat(example.failure()).as("%s", example).isNull();
                    }
                });

        softly.assertAll();
    }

    private static List<String> assertionsWithNamesOrLists() throws IOException, URISyntaxException {
        return classes()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .filter(type -> AbstractAssert.class.isAssignableFrom(type) || type == SwitchbackAssertions.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) && !method.isBridge() && !method.isSynthetic())
                .filter(WrongArgumentsTests::takesNamesOrList)
                .map(Example::name)
                .sorted()
                .toList();
    }

    private static boolean takesNamesOrList(Method method) {
        return Stream.of(method.getParameterTypes()).anyMatch(type -> type == String.class || type.isArray());
    }

    private static Stream<Class<?>> classes() throws IOException, URISyntaxException {
        URI here = Objects.requireNonNull(SchemaAssert.class.getResource("SchemaAssert.class"))
                .toURI();
        if (here.getScheme().equals("file")) {
            return classes(Path.of(here).resolveSibling("."));
        }
        try (FileSystem jar = FileSystems.newFileSystem(here, Map.of())) {
            return classes(jar.getPath(SchemaAssert.class.getPackageName().replace('.', '/')));
        }
    }

    private static Stream<Class<?>> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Class<?>> classes = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Assert.class") || file.equals("SwitchbackAssertions.class"))
                    .<Class<?>>map(file -> type(file.substring(0, file.indexOf('.'))))
                    .toList();
            return classes.stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(SchemaAssert.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

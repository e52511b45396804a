package dev.switchback.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.switchback.postgresql.PostgresProduct;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The interfaces of parts, and the places that list them all. */
class ProductPartsTests {

    private static final String ROOT = "dev.switchback.";

    private static final Set<Class<?>> PARTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.switchback").stream()
                    .filter(type -> type.isInterface()
                            && type.getRawInterfaces().stream()
                                    .anyMatch(each -> each.isEquivalentTo(ProductPart.class)))
                    .<Class<?>>map(JavaClass::reflect)
                    .collect(Collectors.toSet());

    @Test
    void postgresqlBringsEachOfThem() {
        ProductParts parts = new PostgresProduct().parts();
        assertThat(parts.types())
                .hasSize(19)
                .containsExactlyInAnyOrderElementsOf(PARTS.stream()
                        .<Class<? extends ProductPart>>map(type -> type.asSubclass(ProductPart.class))
                        .toList());
        parts.types().forEach(type -> assertThat(parts.find(type)).containsInstanceOf(type));
    }

    @Test
    void theDocumentationListsThem() throws IOException {
        assertThat(names("../../docs/products.md", "\\| `([a-z.]+\\.[A-Z]\\w+)`"))
                .containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void theInterfaceOfAProductListsThem() throws IOException {
        assertThat(names(
                        "../core/src/main/java/dev/switchback/product/DatabaseProduct.java",
                        "<li>\\{@code ([a-z.]+\\.[A-Z]\\w+)}"))
                .containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void eachAsksForFourThingsAtMost() {
        assertThat(PARTS).allSatisfy(type -> assertThat(type.getDeclaredMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void eachIsLookedUpInTheSameWay() {
        assertThat(PARTS)
                .filteredOn(type -> !type.getSimpleName().equals("ServerProduct")) // found by a URL
                .allSatisfy(type -> assertThat(
                                type.getMethod("ofProduct", String.class).getReturnType())
                        .isEqualTo(type));
    }

    private static Set<String> expected() {
        return PARTS.stream()
                .map(type -> type.getName().substring(ROOT.length()))
                .collect(Collectors.toSet());
    }

    private static Iterable<String> names(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}

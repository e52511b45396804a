package dev.switchback.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The poms as builds other than Maven's read them: Gradle takes the newest of two versions, and what a parent manages only
 * for the dependencies that a pom has itself.
 */
class PublishedPomsTests {

    private static final Path EXTENSION = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> USERS =
            Set.of("org.junit.jupiter", "org.junit.platform", "org.flywaydb", "org.jooq", "org.assertj");
    private static final Set<String> NOT_TAKEN_OVER = Set.of("provided", "test");

    private record Dependency(String group, String artifact, String version, String scope, boolean isOptional) {

        boolean isTakenOver() {
            return !isOptional && !NOT_TAKEN_OVER.contains(scope);
        }
    }

    private static Stream<String> modules() {
        return Stream.of(
                "core", "embedded-postgres", "testcontainers", "dbunit", "spring", "libraries", "libraries/step");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noModuleRaisesAVersionOfTheUsers(String module) throws Exception {
        assertThat(dependencies(module))
                .filteredOn(Dependency::isTakenOver)
                .extracting(Dependency::group)
                .doesNotContainAnyElementsOf(USERS);
    }

    @Test
    void theOldestVersionsAreWrittenOutAndAreThoseOfTheTable() throws Exception {
        String page = Files.readString(EXTENSION.resolve("../docs/existing-projects.md"));

        assertThat(dependencies("libraries/oldest"))
                .hasSize(5)
                .allMatch(dependency -> dependency.scope().equals("compile"))
                .allMatch(dependency -> page.contains("| " + dependency.version()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependencies", "parent"})
    void theBomBringsNothingButItsOwnVersions(String element) throws Exception {
        Element project = project("bom");

        assertThat(children(project, element)).isEmpty();
    }

    private static List<Dependency> dependencies(String module) throws Exception {
        return children(project(module), "dependencies").stream()
                .flatMap(list -> children(list, "dependency").stream())
                .map(each -> new Dependency(
                        text(each, "groupId", ""),
                        text(each, "artifactId", ""),
                        text(each, "version", ""),
                        text(each, "scope", "compile"),
                        Boolean.parseBoolean(text(each, "optional", "false"))))
                .toList();
    }

    private static Element project(String module) throws IOException, ParserConfigurationException, SAXException {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(EXTENSION.resolve(module).resolve("pom.xml").toFile());
        return pom.getDocumentElement();
    }

    private static String text(Element parent, String name, String otherwise) {
        return children(parent, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse(otherwise);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}

package dev.switchback.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The descriptor that Maven reads, as the build made it of the goals' annotations and comments. */
public record PluginDescriptor(List<Goal> goals) {

    /** A goal, with the parameters that a pom can set. */
    record Goal(String name, String description, String phase, boolean isThreadSafe, List<Parameter> parameters) {}

    /** A parameter, with the property that sets it, and its default; both may be empty. */
    record Parameter(String name, String property, String standard, String description) {}

    /** Reads it. */
    public static PluginDescriptor read() throws IOException, XmlPullParserException {
        try (Reader text = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
            Xpp3Dom root = Xpp3DomBuilder.build(text);
            return new PluginDescriptor(Stream.of(root.getChild("mojos").getChildren())
                    .filter(mojo -> !value(mojo, "goal").equals("help"))
                    .map(PluginDescriptor::goal)
                    .toList());
        }
    }

    /** All properties that set something. */
    public List<String> properties() {
        return goals.stream()
                .flatMap(goal -> goal.parameters().stream())
                .map(Parameter::property)
                .filter(property -> !property.isEmpty())
                .distinct()
                .toList();
    }

    private static Goal goal(Xpp3Dom mojo) {
        List<Parameter> parameters = new ArrayList<>();
        for (Xpp3Dom parameter : mojo.getChild("parameters").getChildren()) {
            if (value(parameter, "editable").equals("true")) {
                String name = value(parameter, "name");
                Optional<Xpp3Dom> set =
                        Optional.ofNullable(mojo.getChild("configuration").getChild(name));
                parameters.add(new Parameter(
                        name,
                        set.map(Xpp3Dom::getValue).orElse("").replaceAll("[${}]", ""),
                        set.map(each -> each.getAttribute("default-value")).orElse(""),
                        value(parameter, "description")));
            }
        }
        return new Goal(
                value(mojo, "goal"),
                value(mojo, "description"),
                value(mojo, "phase"),
                value(mojo, "threadSafe").equals("true"),
                parameters);
    }

    private static String value(Xpp3Dom element, String child) {
        Xpp3Dom found = element.getChild(child);
        return found == null
                ? ""
                : Objects.requireNonNullElse(found.getValue(), "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}

package dev.switchback.jupiter;

import dev.switchback.SchemaGolden;
import dev.switchback.SwitchbackParameters;
import dev.switchback.schema.golden.GoldenFile;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFileException;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The comparison that {@link SchemaGolden} asks for.
 *
 * @param updates whether the file may be written
 * @param exclude patterns of objects that are not compared
 */
record GoldenRequest(GoldenFile file, FileUpdates updates, List<String> exclude) {

    static final String DEFAULT_FILE = "schema.golden.sql";

    /** The request of the annotation at this very place, checked; empty if there is none. */
    static Optional<GoldenRequest> read(AnnotatedElement place, SettingsSources sources) {
        if (!AnnotationSupport.isAnnotated(place, SchemaGolden.class)) {
            return Optional.empty();
        }
        AnnotationLevels<SchemaGolden> said = sources.levels(SchemaGolden.class);
        FileUpdates updates = updates(said);
        List<String> exclude =
                ConfigurationErrors.excluding("@SchemaGolden(exclude)", said.texts("exclude", SchemaGolden::exclude));
        return Optional.of(new GoldenRequest(file(said, place), updates, exclude));
    }

    private static GoldenFile file(AnnotationLevels<SchemaGolden> said, AnnotatedElement place) {
        String name = said.text(SchemaGolden::value);
        try {
            return GoldenFile.named(name.isEmpty() ? DEFAULT_FILE : name);
        } catch (TestFileException e) {
            throw ConfigurationErrors.at(place, "@SchemaGolden", String.valueOf(e.getMessage()));
        }
    }

    private static FileUpdates updates(AnnotationLevels<SchemaGolden> said) {
        try {
            return FileUpdates.of(
                    SwitchbackParameters.GOLDEN, said.parameter(SwitchbackParameters.GOLDEN), System::getenv);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }
}

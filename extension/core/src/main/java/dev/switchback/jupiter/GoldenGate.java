package dev.switchback.jupiter;

import dev.switchback.SchemaGolden;
import dev.switchback.SwitchbackParameters;
import dev.switchback.schema.Schema;
import dev.switchback.schema.golden.GoldenFile;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFileException;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** A class or test with {@link SchemaGolden} is not run while the schema differs from its file. */
final class GoldenGate {

    static final String DEFAULT_FILE = "schema.golden.sql";

    private GoldenGate() {}

    /** Compares, if that is asked for at this very place. */
    static void pass(AnnotatedElement place, ExtensionContext context) {
        if (!AnnotationSupport.isAnnotated(place, SchemaGolden.class)) {
            return;
        }
        Layers<SchemaGolden> said = Layers.of(context, SchemaGolden.class);
        FileUpdates updates = updates(context);
        GoldenFile file = file(said, place);
        List<String> exclude = said.texts("exclude", SchemaGolden::exclude);
        file.check(schema(context).without(exclude), updates).ifPresent(failure -> {
            throw new AssertionFailedError(failure.message(), failure.expected(), failure.found());
        });
    }

    private static GoldenFile file(Layers<SchemaGolden> said, AnnotatedElement place) {
        String name = said.text(SchemaGolden::value);
        try {
            return GoldenFile.named(name.isEmpty() ? DEFAULT_FILE : name);
        } catch (TestFileException e) {
            throw Problems.at(place, "@SchemaGolden", String.valueOf(e.getMessage()));
        }
    }

    private static FileUpdates updates(ExtensionContext context) {
        try {
            return FileUpdates.of(
                    SwitchbackParameters.GOLDEN,
                    context.getConfigurationParameter(SwitchbackParameters.GOLDEN),
                    System::getenv);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** As the migrations leave it: what a class or its tests do to their own databases is no matter. */
    private static Schema schema(ExtensionContext context) {
        DatabaseSettings settings = DatabaseSettings.of(context);
        SwitchbackSession session = SwitchbackSession.of(context);
        try (Lease lease = Lease.owning(session.database(settings), settings, session)) {
            return lease.schema();
        }
    }
}

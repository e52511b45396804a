package dev.switchback.migration.run;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.text.Indentation;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Findings about scripts that fail, in the words that their author reads. */
@API(status = API.Status.INTERNAL)
public final class FailureFindings {

    private static final String WHOLE_SERVER =
            """

              It belongs to the whole server, and another database on it has made it already: migrations run on several
              databases here, as they may elsewhere. Create it only where it is missing:

                DO $$ BEGIN CREATE ROLE ...; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            """;

    private FailureFindings() {}

    public static Finding of(PhaseFailure failure) {
        String title = failure.phase().pair().migration().title();
        if (failure.overrun().isPresent()) {
            String script = failure.phase().is(PhaseDirection.DOWN) ? "the undo" : "the migration";
            return TimeoutFindings.of(
                    title + ": " + script, failure.error(), failure.overrun().get());
        }
        return switch (failure.phase().direction()) {
            case UP -> failure("up-fails", title + ": the migration fails", failure.error());
            case DOWN -> failure("undo-fails", title + ": the undo fails", failure.error());
            case AGAIN -> failure("again-fails", title + ": after its undo, the migration fails", failure.error());
        };
    }

    public static Finding migrationFails(String script, ScriptError error) {
        return failure("up-fails", script + ": the migration fails", error);
    }

    private static Finding failure(String rule, String title, ScriptError error) {
        String remarks = error.remarks().stream()
                .map(remark -> "\n" + Indentation.of(remark, 2) + "\n")
                .collect(Collectors.joining());
        String text = title + "\n\n" + Indentation.of(error.toString(), 2) + "\n" + remarks;
        return new Finding(rule, Severity.FAIL, title, error.isAboutTheWholeServer() ? text + WHOLE_SERVER : text);
    }
}

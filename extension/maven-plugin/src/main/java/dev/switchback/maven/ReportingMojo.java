package dev.switchback.maven;

import dev.switchback.migration.script.ScriptPath;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that judges migrations and writes the report. */
abstract class ReportingMojo extends ServerMojo {

    /** The first version to be judged. */
    @Parameter(property = "switchback.round-trip.from")
    @Nullable
    String from;

    /** Judges what was added or changed since the branch left this Git revision, such as main, committed or not. */
    @Parameter(property = "switchback.since")
    @Nullable
    String since;

    /**
     * The form of what is printed: text, json, markdown, sarif, github or gitlab. Any but text is printed without the prefixes of
     * Maven's log.
     */
    @Parameter(property = "switchback.format", defaultValue = "text")
    String format = "text";

    /** Files in more of these forms, each an element with the name of the form. */
    @Parameter
    @Nullable
    Map<String, String> also;

    /**
     * The page of the report, with the same as JSON beside it: a name that ends in .html. none and console, which say what tests
     * print, leave it where it is by default, and off writes none.
     */
    @Parameter(property = "switchback.report", defaultValue = "${project.build.directory}/switchback/report.html")
    @Nullable
    String report;

    abstract Arguments judgingArguments();

    @Override
    final Arguments ownArguments() {
        return judgingArguments()
                .option("--from", from)
                .option("--since", since)
                .option("--format", format)
                .pairs("--also", also)
                .option("--report", page());
    }

    @Override
    final boolean isForPrograms() {
        return !format.equals("text");
    }

    /** Where to read on. */
    final String seeReport() {
        String page = page();
        return page == null ? "." : ", and " + ScriptPath.readable(page) + ".";
    }

    /** The property is that of tests. */
    private @Nullable String page() {
        String named = report == null ? "" : report;
        if (named.equals("none") || named.equals("console")) {
            return project.getBuild().getDirectory() + "/switchback/report.html";
        }
        return named.isEmpty() || named.equals("off") ? null : named;
    }
}

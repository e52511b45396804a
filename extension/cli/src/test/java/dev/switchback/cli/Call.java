package dev.switchback.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/** One call of the command line, and what it said. */
record Call(int exitCode, String out, String err) {

    static Call of(String... arguments) {
        return of(Map.of(), arguments);
    }

    /** A call with these environment variables. No report is written in the project that is tested, unless one of them says so. */
    static Call of(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.putIfAbsent("SWITCHBACK_REPORT", "off");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SwitchbackCommand.run(
                new PrintWriter(out), new PrintWriter(err), new Environment(environment), arguments);
        return new Call(code, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}

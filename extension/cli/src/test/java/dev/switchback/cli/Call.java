package dev.switchback.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One call of the command line, and what it said. */
record Call(int exitCode, String out, String err) {

    static Call of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SwitchbackCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Call(code, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}

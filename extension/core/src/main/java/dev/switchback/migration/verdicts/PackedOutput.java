package dev.switchback.migration.verdicts;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes numbers and texts of any length one after the other. */
final class PackedOutput {

    private final DataOutputStream out;

    PackedOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    /** A number that is mostly small and never negative. */
    void count(int value) throws IOException {
        int rest = value;
        while (rest > 0x7f) {
            out.writeByte(0x80 | (rest & 0x7f));
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    void text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        out.write(bytes);
    }

    void texts(Collection<String> values) throws IOException {
        count(values.size());
        for (String value : values) {
            text(value);
        }
    }
}

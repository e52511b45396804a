package dev.switchback.assertions;

/** Compares names of which one may be without its schema. */
final class QualifiedNames {

    private QualifiedNames() {}

    /** Whether a name, with or without its schema, is the qualified one. */
    static boolean same(String written, String qualified) {
        return qualified.equals(written) || qualified.endsWith("." + written);
    }
}

package dev.switchback.migration.verdicts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest of texts that keeps them apart: each goes in with its length. */
final class KeyDigest {

    private final MessageDigest sha = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(String... texts) {
        KeyDigest digest = new KeyDigest();
        for (String text : texts) {
            digest.add(text);
        }
        return digest.hex();
    }

    KeyDigest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
        return this;
    }

    KeyDigest addAll(Collection<String> texts) {
        add(Integer.toString(texts.size()));
        texts.forEach(this::add);
        return this;
    }

    /** The digest of all that came in; nothing may be added any more. */
    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}

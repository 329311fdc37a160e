package io.personaagent.plugins.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Says what a file is that is no text, without a byte of it. */
final class Described {

    private Described() {}

    static String of(Place file, byte[] bytes) {
        return "'%s' is no text: %s, %s, sha256 %s."
                .formatted(file, kind(file.last(), bytes), Wording.size(bytes.length), digest(bytes));
    }

    /** What the bytes begin like; their name is only believed where that says nothing. */
    private static String kind(String name, byte[] bytes) {
        try {
            return Optional.ofNullable(URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(bytes)))
                    .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(name)))
                    .orElse("of unknown kind");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

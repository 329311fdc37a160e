package io.personaagent.memory.sqlite;

import io.personaagent.memory.text.Sha256;
import io.personaagent.tools.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a person's folder. Two people never share one, on a file system that ignores case either.
 *
 * <p>Lower-case ASCII letters, digits, {@code -} and {@code _} stand for themselves, every other byte of the id's UTF-8 is written as
 * {@code %xx}. A name that would be too long for a file system keeps its beginning and ends in {@code ~} and the id's SHA-256; what it
 * stands for is then only in the folder's file {@link #LABEL}.
 */
final class FolderName {

    /** The file that holds the id of the person, as UTF-8. */
    static final String LABEL = "user.txt";

    private static final int LONGEST = 180;
    private static final int KEPT = 100;
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private FolderName() {}

    static String of(UserId user) {
        String plain = encoded(user.value());
        return plain.length() <= LONGEST ? plain : plain.substring(0, KEPT) + "~" + Sha256.hex(user.value());
    }

    /** Whose folder it is, if it is one. Empty for a name that was not made here, and for one that only its label explains. */
    static Optional<UserId> user(String name) {
        return decoded(name).flatMap(value -> userNamed(value, name));
    }

    /** Whose folder it is according to its label, if the two fit. */
    static Optional<UserId> user(String name, String label) {
        return userNamed(label, name);
    }

    private static Optional<UserId> userNamed(String value, String name) {
        try {
            UserId user = new UserId(value);
            return of(user).equals(name) ? Optional.of(user) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String encoded(String value) {
        StringBuilder name = new StringBuilder();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        // Windows takes a folder called "con" for a device.
        boolean device = DEVICE.matcher(value).matches();
        for (int i = 0; i < bytes.length; i++) {
            name.append(isPlain(bytes[i]) && !(device && i == 0) ? (char) bytes[i] : "%%%02x".formatted(bytes[i]));
        }
        return name.toString();
    }

    private static boolean isPlain(byte character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }

    private static Optional<String> decoded(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(name.length());
        try {
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(name, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.put((byte) name.charAt(i));
                }
            }
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}

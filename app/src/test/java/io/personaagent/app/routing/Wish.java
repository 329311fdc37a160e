package io.personaagent.app.routing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Something that somebody may say, and the tool that they want by it.
 *
 * @param tool {@link #NONE} where no tool is wanted
 */
record Wish(String tool, String said) {

    static final String NONE = "-";

    private static final String SEED = "20261121";

    /** All of the routing set, in its order. */
    static List<Wish> all() {
        try (InputStream in = Wish.class.getResourceAsStream("utterances.tsv")) {
            if (in == null) {
                throw new IllegalStateException("utterances.tsv is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(fields -> new Wish(fields[0], fields[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("utterances.tsv", unreadable);
        }
    }

    /** Whether it is of the fifth that nothing was chosen by; that does not change when others are added. */
    boolean heldOut() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((SEED + said).getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(hash[0]) < 256 / 5;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

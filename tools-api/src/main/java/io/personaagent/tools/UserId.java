package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Whose memory and persona is meant: an opaque, checked value.
 *
 * <p>1 to 64 characters: letters and digits of any script, and {@code . _ - @}, beginning with a letter or digit. Normalised to NFC, so
 * that the same name typed on two keyboards is the same person. Two ids are the same person only when they are equal, case included.
 */
public record UserId(String value) implements Comparable<UserId> {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{0,63}");

    public UserId {
        value = Normalizer.normalize(requireNonNull(value, "value"), Normalizer.Form.NFC);
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    ("user id '%s' is not usable; it must be 1 to 64 letters, digits or any of . _ - @,"
                                    + " beginning with a letter or digit")
                            .formatted(shown(value)));
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shown(String value) {
        String printable = value.replaceAll("\\p{C}", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}

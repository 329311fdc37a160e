package io.personaagent.memory.episode;

import java.text.Normalizer;

/**
 * Text as it may enter a store.
 *
 * <p>Stores differ in what they do to NUL and to lone surrogates: some cut, some replace, some refuse. So both become U+FFFD at the door,
 * before anything is hashed, and all text is NFC.
 */
public final class Text {

    private Text() {}

    /** The text with NUL and lone surrogates replaced by U+FFFD, in NFC. Idempotent. */
    public static String clean(String text) {
        if (text.chars().allMatch(character -> character != 0 && character < 0x80)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || isLoneSurrogate(point) ? 0xFFFD : point)
                .forEach(cleaned::appendCodePoint);
        return Normalizer.normalize(cleaned, Normalizer.Form.NFC);
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}

package io.personaagent.plugins.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/** Reads bytes as text where they are text. */
final class Text {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\f\\x1b]]");

    private Text() {}

    /** UTF-8, UTF-16 with its mark, or what the bytes look like otherwise; empty when they are no text. */
    static Optional<String> of(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> detected(bytes))
                .filter(text -> !CONTROL.matcher(text).find())
                .map(text -> text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1));
    }

    /** The same for the beginning of a longer file, which may end amid a character. */
    static Optional<String> ofBeginning(byte[] bytes) {
        int end = bytes.length;
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int lead = bytes[bytes.length - back] & 0xff;
            if (lead >= 0xc0) {
                end = bytes.length - back;
                break;
            }
        }
        byte[] whole = Arrays.copyOf(bytes, end);
        return strictly(whole, StandardCharsets.UTF_8).isPresent() ? of(whole) : of(bytes);
    }

    private static Optional<String> detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .filter(Charset::isSupported)
                .flatMap(name -> strictly(bytes, Charset.forName(name)));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}

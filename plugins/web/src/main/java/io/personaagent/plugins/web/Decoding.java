package io.personaagent.plugins.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mozilla.universalchardet.UniversalDetector;

/** Reads the bytes of a page as text: by their mark, by what the server or the page says, or, where that cannot be, by what they look like. */
final class Decoding {

    private static final int HEAD = 2_048;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);

    private Decoding() {}

    static String of(byte[] bytes, String contentType) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return Stream.of(
                        marked(bytes),
                        named(contentType),
                        named(head),
                        Optional.of(StandardCharsets.UTF_8),
                        detected(bytes))
                .flatMap(Optional::stream)
                .flatMap(charset -> strictly(bytes, charset).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, named(contentType).orElse(StandardCharsets.UTF_8)));
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static Optional<Charset> named(String text) {
        Matcher matcher = CHARSET.matcher(text);
        return matcher.find() ? supported(matcher.group(1)) : Optional.empty();
    }

    /** Who says Latin-1 or ASCII means windows-1252, as browsers know. */
    private static Optional<Charset> supported(String name) {
        String known =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
                    default -> name;
                };
        try {
            return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalCharsetNameException none) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Decoding::supported);
    }

    /** The end may stand amid a character, where a page was cut. */
    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, false);
        return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
    }
}

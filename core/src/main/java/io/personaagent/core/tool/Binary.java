package io.personaagent.core.tool;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Knows bytes that were made a text of, and says what they are instead of showing them. */
final class Binary {

    private static final int LOOKED_AT = 64 * 1024;
    private static final int SMALLEST = 16;
    private static final int LEAST_BASE64 = 1024;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]++={0,2}+");
    private static final Pattern EMBEDDED = Pattern.compile(
            "data:([\\w.+-]{1,40}/[\\w.+-]{1,60})?(?:;[\\w=.+-]{1,60}){0,4};base64,([A-Za-z0-9+/=]{512,}+)");

    private Binary() {}

    /** What the bytes are; empty where the text is a text. */
    static Optional<String> of(String text) {
        if (text.length() >= SMALLEST && isMangled(text)) {
            String type = type(text.substring(0, Math.min(text.length(), 64)));
            return Optional.of(described(type, text.getBytes(StandardCharsets.UTF_8).length, "about "));
        }
        return isBase64(text) ? Optional.of(described("base64", text.length() * 3L / 4, "")) : Optional.empty();
    }

    /** The text without the bytes that stand in it as {@code data:} addresses. */
    static String without(String text) {
        return text.contains(";base64,") ? EMBEDDED.matcher(text).replaceAll(Binary::embedded) : text;
    }

    private static String embedded(MatchResult found) {
        String type = found.group(1) == null ? "data" : found.group(1);
        return described(type, found.group(2).length() * 3L / 4, "");
    }

    private static String described(String type, long bytes, String about) {
        return "[%s of %s%,d bytes, not shown]".formatted(type, about, bytes);
    }

    /** One in twenty characters is none that anybody writes. */
    private static boolean isMangled(String text) {
        int looked = Math.min(text.length(), LOOKED_AT);
        int odd = 0;
        for (int at = 0; at < looked; at++) {
            odd += isOdd(text.charAt(at)) ? 1 : 0;
        }
        return odd * 20L > looked;
    }

    private static boolean isOdd(char character) {
        if (character == '\n' || character == '\r' || character == '\t' || character == '\f') {
            return false;
        }
        return Character.isISOControl(character) || character == '\uFFFD';
    }

    private static boolean isBase64(String text) {
        if (text.length() < LEAST_BASE64) {
            return false;
        }
        String joined = text.replaceAll("[\\r\\n]+", "");
        return joined.length() * 10L > text.length() * 9L
                && BASE64.matcher(joined).matches()
                && joined.chars().limit(LOOKED_AT).distinct().count() >= 40;
    }

    private static String type(String head) {
        if (head.contains("PNG\r\n")) {
            return "image/png";
        }
        if (head.contains("JFIF") || head.contains("Exif")) {
            return "image/jpeg";
        }
        if (head.startsWith("GIF8")) {
            return "image/gif";
        }
        if (head.startsWith("%PDF-")) {
            return "application/pdf";
        }
        return head.startsWith("PK\u0003\u0004") ? "application/zip" : "data";
    }
}

package io.personaagent.memory.forget;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** How a piece of text, or of a vector, may stand in a file. */
final class Encodings {

    /** What is shorter proves nothing. */
    static final int SHORTEST = 8;

    private static final int PER_VECTOR = 16;
    private static final int LOW_BITS = 0xfff;

    private Encodings() {}

    /** A piece of text in every form. */
    static List<byte[]> of(String piece) {
        List<byte[]> forms = new ArrayList<>();
        addAll(forms, piece);
        String folded = Pieces.folded(piece);
        if (!folded.equals(piece)) {
            addAll(forms, folded);
        }
        forms.removeIf(form -> form.length < SHORTEST);
        return forms;
    }

    private static void addAll(List<byte[]> forms, String piece) {
        byte[] utf8 = piece.getBytes(StandardCharsets.UTF_8);
        forms.add(utf8);
        forms.add(piece.getBytes(StandardCharsets.UTF_16LE));
        forms.add(piece.getBytes(StandardCharsets.UTF_16BE));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(utf8, shift));
        }
        forms.add(ascii(HexFormat.of().formatHex(utf8)));
        forms.add(ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        addIfOther(forms, piece, URLEncoder.encode(piece, StandardCharsets.UTF_8));
        addIfOther(forms, piece, URLEncoder.encode(piece, StandardCharsets.UTF_8).replace("+", "%20"));
        addIfOther(forms, piece, json(piece, false));
        addIfOther(forms, piece, json(piece, true));
    }

    private static void addIfOther(List<byte[]> forms, String piece, String form) {
        if (!form.equals(piece)) {
            forms.add(form.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The characters that are the same wherever in a longer text the bytes begin, at one of three places. */
    private static byte[] base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        byte[] encoded = Base64.getEncoder().encode(shifted);
        return Arrays.copyOfRange(encoded, (shift * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static String json(String piece, boolean onlyAscii) {
        StringBuilder json = new StringBuilder();
        for (int at = 0; at < piece.length(); at++) {
            char character = piece.charAt(at);
            switch (character) {
                case '"', '\\' -> json.append('\\').append(character);
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                default -> json.append(onlyAscii && character > '~' ? "\\u%04x".formatted((int) character) : character);
            }
        }
        return json.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Pairs of neighbouring values as float32, little-endian, as far as they are not as simple as 0 and 1. */
    static List<byte[]> of(float[] vector) {
        List<byte[]> forms = new ArrayList<>();
        for (int at = 0; at + 1 < vector.length && forms.size() < PER_VECTOR; at += 2) {
            if (isRich(vector[at]) && isRich(vector[at + 1])) {
                forms.add(ByteBuffer.allocate(2 * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat(vector[at])
                        .putFloat(vector[at + 1])
                        .array());
            }
        }
        return forms;
    }

    private static boolean isRich(float value) {
        return (Float.floatToIntBits(value) & LOW_BITS) != 0;
    }
}

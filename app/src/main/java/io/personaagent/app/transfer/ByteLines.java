package io.personaagent.app.transfer;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a file, as bytes first: a line ends at a line feed and nowhere else, is never held in memory beyond a limit, and is known
 * to be UTF-8 before it is text.
 */
final class ByteLines implements AutoCloseable {

    /** A line as far as it could be read; the problem is empty when the text is whole. */
    record Line(String text, String problem) {}

    private final InputStream bytes;
    private final int limit;
    private long count;

    /** @param limit the most bytes of one line */
    ByteLines(InputStream bytes, int limit) {
        this.bytes = new BufferedInputStream(requireNonNull(bytes, "bytes"), 1 << 16);
        this.limit = limit;
    }

    /** How many bytes have been read. */
    long count() {
        return count;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        boolean first = count == 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int read = bytes.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = bytes.read()) {
            length++;
            if (length <= limit) {
                line.write(read);
            }
        }
        count += length + (read < 0 ? 0 : 1);
        return Optional.of(length > limit ? tooLong(length) : decoded(line.toByteArray(), first));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private Line tooLong(long length) {
        return new Line("", "the line has %,d bytes, but may have %,d".formatted(length, limit));
    }

    /** The mark that some editors put before the first character is not part of the text. */
    private static Line decoded(byte[] line, boolean first) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return new Line(first && text.startsWith("\uFEFF") ? text.substring(1) : text, "");
        } catch (CharacterCodingException anotherEncoding) {
            return new Line("", "not UTF-8; save the file as UTF-8");
        }
    }
}

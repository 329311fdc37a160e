package io.personaagent.app.eval.contest;

import dev.langchain4j.data.embedding.Embedding;
import io.personaagent.memory.text.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that outlast a run: for each a text's SHA-256, its dimensions, and the numbers. What a killed run has written last may be cut
 * off; that is left out and written over. One run at a time may use a file.
 */
final class VectorFile {

    private static final int HASH = 32;
    private static final int MOST_DIMENSIONS = 100_000;

    private final Path file;
    private final Map<String, Embedding> vectors = new HashMap<>();

    private VectorFile(Path file) {
        this.file = file;
    }

    /** What is there already; made where there is none. */
    static VectorFile open(Path file) {
        VectorFile opened = new VectorFile(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(opened.load());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("vectors cannot be kept in '%s'".formatted(file), unreadable);
        }
        return opened;
    }

    @Nullable
    Embedding find(String text) {
        return vectors.get(Sha256.hex(text));
    }

    /** Written when this returns, though a machine that loses power may lose it. */
    void add(List<String> texts, List<Embedding> made) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            for (int at = 0; at < texts.size(); at++) {
                String hash = Sha256.hex(texts.get(at));
                channel.write(entry(hash, made.get(at).vector()));
                vectors.put(hash, made.get(at));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("vectors cannot be kept in '%s'".formatted(file), failed);
        }
    }

    /** How many bytes of the file are whole. */
    private long load() throws IOException {
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                byte[] hash = in.readNBytes(HASH);
                if (hash.length < HASH) {
                    return whole;
                }
                float[] numbers = new float[dimensions(in.readInt())];
                for (int at = 0; at < numbers.length; at++) {
                    numbers[at] = in.readFloat();
                }
                vectors.put(HexFormat.of().formatHex(hash), Embedding.from(numbers));
                whole += HASH + Integer.BYTES + (long) numbers.length * Float.BYTES;
            }
        } catch (EOFException cutOff) {
            return whole;
        }
    }

    private int dimensions(int found) throws IOException {
        if (found < 1 || found > MOST_DIMENSIONS) {
            throw new IOException("'%s' is no file of vectors: one of them has %d dimensions".formatted(file, found));
        }
        return found;
    }

    private static ByteBuffer entry(String hash, float[] numbers) {
        ByteBuffer entry = ByteBuffer.allocate(HASH + Integer.BYTES + numbers.length * Float.BYTES);
        entry.put(HexFormat.of().parseHex(hash)).putInt(numbers.length);
        for (float number : numbers) {
            entry.putFloat(number);
        }
        return entry.flip();
    }
}

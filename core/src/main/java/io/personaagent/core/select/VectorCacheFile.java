package io.personaagent.core.select;

import io.personaagent.memory.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of vectors of one embedding space, each under the checksum of its text; a checksum of the whole stands at the end. It can be made
 * again: one that is damaged counts as empty, and one that cannot be written is done without.
 */
final class VectorCacheFile {

    /** The newest are kept. */
    private static final int MOST = 20_000;

    private static final int HASH = 32;
    private static final int MOST_DIMENSIONS = 8192;
    private static final long LARGEST = 1L << 28;
    private static final Logger LOG = LoggerFactory.getLogger(VectorCacheFile.class);

    private final Path file;

    VectorCacheFile(Path folder, String space) {
        this.file =
                folder.resolve("tool-vectors-%s.bin".formatted(Sha256.hex(space).substring(0, 16)));
    }

    static String key(String text) {
        return Sha256.hex(text);
    }

    Map<String, float[]> read() {
        try {
            if (Files.notExists(file) || Files.size(file) > LARGEST) {
                return Map.of();
            }
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - HASH;
            if (end < 0 || !Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
                LOG.warn("{} is damaged and is made anew", file);
                return Map.of();
            }
            return read(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read and is made anew: {}", file, unreadable.toString());
            return Map.of();
        }
    }

    /** All at once: another process reads the old file or the new one. */
    void write(Map<String, float[]> vectors) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(vectors, new DataOutputStream(bytes));
            bytes.write(digest(bytes.toByteArray(), bytes.size()));
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "tool-vectors", ".part");
            try {
                Files.write(whole, bytes.toByteArray());
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException refused) {
            LOG.warn("{} cannot be written; tools are read anew at the next start: {}", file, refused.toString());
        }
    }

    private static Map<String, float[]> read(DataInputStream in) throws IOException {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        while (in.available() > 0) {
            byte[] hash = in.readNBytes(HASH);
            int dimensions = in.readInt();
            if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
                throw new IOException("a vector has %d dimensions".formatted(dimensions));
            }
            float[] numbers = new float[dimensions];
            for (int at = 0; at < dimensions; at++) {
                numbers[at] = in.readFloat();
            }
            vectors.put(HexFormat.of().formatHex(hash), numbers);
        }
        return vectors;
    }

    private static void write(Map<String, float[]> vectors, DataOutputStream out) throws IOException {
        int skipped = Math.max(0, vectors.size() - MOST);
        for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
            if (skipped-- > 0) {
                continue;
            }
            out.write(HexFormat.of().parseHex(entry.getKey()));
            out.writeInt(entry.getValue().length);
            for (float number : entry.getValue()) {
                out.writeFloat(number);
            }
        }
    }

    private static byte[] digest(byte[] bytes, int length) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }
}

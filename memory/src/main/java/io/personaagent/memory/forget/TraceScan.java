package io.personaagent.memory.forget;

import io.personaagent.memory.spi.Inventory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for any of many byte strings in files, all at once: each eight bytes of a file are looked up among the beginnings of what is looked
 * for. Not thread-safe.
 */
final class TraceScan implements Inventory.FileVisitor {

    private static final int HEAD = Encodings.SHORTEST;
    private static final int BITS = 22;

    private final Map<Long, List<byte[]>> byHead = new HashMap<>();
    private final long[] filter = new long[1 << (BITS - 6)];
    private final Map<Path, Long> found = new TreeMap<>();
    private final Set<ByteBuffer> strings = new HashSet<>();
    private final int longest;
    private byte[] tail = {};
    private long files;
    private long bytes;

    TraceScan(Collection<byte[]> wanted) {
        int most = HEAD;
        for (byte[] string : wanted) {
            long head = ByteBuffer.wrap(string).getLong();
            byHead.merge(head, List.of(string), TraceScan::both);
            int bit = bit(head);
            filter[bit >> 6] |= 1L << bit;
            most = Math.max(most, string.length);
        }
        longest = most;
    }

    private static List<byte[]> both(List<byte[]> first, List<byte[]> second) {
        byte[][] all = Arrays.copyOf(first.toArray(byte[][]::new), first.size() + second.size());
        for (int at = 0; at < second.size(); at++) {
            all[first.size() + at] = second.get(at);
        }
        return List.of(all);
    }

    private static int bit(long head) {
        return (int) ((head * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    }

    @Override
    public void piece(Path file, long position, ByteBuffer piece) {
        if (position == 0) {
            files++;
            tail = new byte[0];
        }
        int length = piece.remaining();
        bytes += length;
        byte[] joined = Arrays.copyOf(tail, tail.length + length);
        piece.get(joined, tail.length, length);
        // What ended within the bytes that were kept has been found already.
        look(file, joined, tail.length);
        tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - longest + 1), joined.length);
    }

    private void look(Path file, byte[] text, int fresh) {
        long head = 0;
        for (int at = 0; at < text.length; at++) {
            head = head << 8 | (text[at] & 0xff);
            if (at >= HEAD - 1) {
                int bit = bit(head);
                if ((filter[bit >> 6] & 1L << bit) != 0) {
                    compare(file, text, at - HEAD + 1, fresh);
                }
            }
        }
    }

    private void compare(Path file, byte[] text, int from, int fresh) {
        long head = ByteBuffer.wrap(text, from, HEAD).getLong();
        for (byte[] string : byHead.getOrDefault(head, List.of())) {
            int end = from + string.length;
            if (end > fresh && end <= text.length && Arrays.equals(text, from, end, string, 0, string.length)) {
                found.merge(file, 1L, Long::sum);
                strings.add(ByteBuffer.wrap(string));
            }
        }
    }

    /** The files in which something was found, ordered. */
    Set<Path> found() {
        return found.keySet();
    }

    /** What was found of what was looked for. */
    Set<ByteBuffer> strings() {
        return strings;
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }
}

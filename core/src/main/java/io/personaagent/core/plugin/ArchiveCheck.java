package io.personaagent.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a jar to its last byte without trusting a word of it: sizes, paths, checksums. Holds the state of one reading. */
final class ArchiveCheck {

    /**
     * How large a jar may be.
     *
     * @param bytes of the file
     * @param entries in the file
     * @param unpacked bytes of all entries together
     * @param ratio unpacked to packed, once {@link #SMALL} bytes are unpacked
     */
    record Limits(long bytes, int entries, long unpacked, long ratio) {
        static final Limits USUAL = new Limits(50L << 20, 10_000, 200L << 20, 100);
    }

    /** What was read: the names of all entries, and the text of the few that were asked for. */
    record Contents(Set<String> names, Map<String, String> texts) {}

    private static final long SMALL = 1 << 20;
    private static final int LONGEST_TEXT = 1 << 16;

    private final Limits limits;
    private final Set<String> wanted;
    private final Contents contents = new Contents(new HashSet<>(), new TreeMap<>());
    private final Set<String> folded = new HashSet<>();
    private long packed;
    private long unpacked;

    private ArchiveCheck(Limits limits, Set<String> wanted) {
        this.limits = limits;
        this.wanted = wanted;
    }

    /**
     * Reads all of it.
     *
     * @param wanted entries whose text is wanted, each byte as one character
     * @throws PluginException when it is incomplete, too large, or names paths that no jar has
     */
    static Contents read(Path jar, Limits limits, Set<String> wanted) {
        ArchiveCheck check = new ArchiveCheck(limits, wanted);
        try {
            check.measure(jar);
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                check.readAll(zip);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new PluginException("is not a complete jar file (%s)".formatted(damaged.getMessage()), damaged);
        }
        return check.contents;
    }

    private void measure(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new PluginException("is not a file");
        }
        packed = Files.size(jar);
        if (packed > limits.bytes) {
            throw new PluginException("is %,d bytes large; a plugin may have %,d".formatted(packed, limits.bytes));
        }
    }

    private void readAll(ZipFile zip) throws IOException {
        if (zip.size() > limits.entries) {
            throw new PluginException("has %,d entries; a plugin may have %,d".formatted(zip.size(), limits.entries));
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            checkName(entry.getName());
            try (InputStream content = zip.getInputStream(entry)) {
                if (content == null) {
                    throw new IOException("no content of " + entry.getName());
                }
                readEntry(entry, content);
            }
        }
    }

    private void checkName(String name) {
        boolean climbs = ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./");
        if (name.isEmpty()
                || name.startsWith("/")
                || name.contains("//")
                || climbs
                || name.matches("(?s).*[\\\\:\\p{Cntrl}].*")) {
            throw new PluginException(
                    "has an entry '%s'; an entry's path must be relative, without '..', backslash, colon or control characters"
                            .formatted(name.replaceAll("\\p{Cntrl}", "?")));
        }
        if (!folded.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))) {
            throw new PluginException("has two entries '%s' that differ in case at most".formatted(name));
        }
        contents.names.add(name);
    }

    private void readEntry(ZipEntry entry, InputStream content) throws IOException {
        CRC32 checksum = new CRC32();
        StringBuilder text = new StringBuilder();
        boolean keep = wanted.contains(entry.getName());
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            checksum.update(buffer, 0, read);
            count(read);
            if (keep) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
            if (text.length() > LONGEST_TEXT) {
                throw new PluginException("has more than %,d bytes in %s".formatted(LONGEST_TEXT, entry.getName()));
            }
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException("wrong checksum of " + entry.getName());
        }
        if (keep) {
            contents.texts.put(entry.getName(), text.toString());
        }
    }

    private void count(int read) {
        unpacked += read;
        if (unpacked > limits.unpacked) {
            throw new PluginException("unpacks to more than %,d bytes".formatted(limits.unpacked));
        }
        if (unpacked > SMALL && unpacked / limits.ratio > packed) {
            throw new PluginException("unpacks to more than %d times its size".formatted(limits.ratio));
        }
    }
}

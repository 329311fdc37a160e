package io.personaagent.memory.archive;

import io.personaagent.memory.text.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes lines to a new file and tells their hash. Not thread-safe. */
final class HashedLines implements AutoCloseable {

    private final FileChannel channel;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long bytes;
    private long lines;

    HashedLines(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    void write(String line) throws IOException {
        byte[] encoded = (line + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(encoded);
        out.write(encoded);
        bytes += encoded.length;
        lines++;
    }

    /** Makes all of it durable; nothing more can be written then. */
    Manifest.Part finished() throws IOException {
        out.flush();
        channel.force(true);
        return new Manifest.Part(HexFormat.of().formatHex(digest.digest()), bytes, lines);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

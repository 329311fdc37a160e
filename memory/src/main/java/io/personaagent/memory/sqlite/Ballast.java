package io.personaagent.memory.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that holds room on the disk for the one thing that must work on a full one: to remove something takes room first. Thread-safe.
 *
 * @param bytes how much it holds; none when 0
 */
record Ballast(Path file, int bytes) {

    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);

    /** Where less than this many times its size is free, it is not made: it would be the one that fills the disk. */
    private static final int SCARCE = 8;

    /** Makes the file unless it is there or room is scarce. */
    void make() {
        if (bytes == 0 || Files.exists(file)) {
            return;
        }
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < (long) SCARCE * bytes) {
                return;
            }
            write();
            PrivateFiles.restrictFile(file);
        } catch (IOException failed) {
            LOG.debug("{} could not be made", file, failed);
        }
    }

    // Written out, because a file that is only declared long takes no room.
    private void write() throws IOException {
        byte[] zeros = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < bytes; written += zeros.length) {
                out.write(zeros);
            }
        }
    }

    /** Gives the room back; whether there was any to give. */
    boolean release() {
        try {
            Files.delete(file);
            LOG.info("the disk is full; {} bytes that were kept for this are given back", bytes);
            return true;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException failed) {
            LOG.warn("{} could not be removed", file, failed);
            return false;
        }
    }
}

package io.personaagent.plugins.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.io.text.ICalReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/** A file in the iCalendar format. What this program does not understand of it is kept when it is written. */
record IcsFile(Path path) {

    private static final int LARGEST = 10 << 20;

    /** Empty when there is no such file. */
    ICalendar read() throws IOException {
        byte[] bytes;
        try {
            if (Files.size(path) > LARGEST) {
                throw new IOException(
                        "the calendar %s has more than 10 MiB and is not read".formatted(path.getFileName()));
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException none) {
            return new ICalendar();
        }
        try (ICalReader reader = new ICalReader(new ByteArrayInputStream(bytes))) {
            ICalendar calendar = reader.readNext();
            if (calendar == null) {
                throw new IOException(
                        "the file %s is no calendar: it has no BEGIN:VCALENDAR".formatted(path.getFileName()));
            }
            return calendar;
        }
    }

    /** Whole or not at all, for who owns it. */
    void write(ICalendar calendar) throws IOException {
        byte[] bytes = Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path staged = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out = FileChannel.open(
                    staged,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }
}

package io.personaagent.memory.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Channels that read a database's bytes past SQLite, and stay open for as long as the process lives: when a process closes any handle of
 * a file, POSIX takes all its locks on that file away, also those of SQLite. There is one for each file that is looked through.
 */
final class LastingChannel {

    private static final Map<Object, FileChannel> OPEN = new ConcurrentHashMap<>();

    private LastingChannel() {}

    static FileChannel of(Path file) throws IOException {
        Object identity = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        Object key = identity == null ? file.toAbsolutePath() : identity;
        FileChannel open = OPEN.get(key);
        if (open != null) {
            return open;
        }
        FileChannel opened = FileChannel.open(file);
        FileChannel before = OPEN.putIfAbsent(key, opened);
        return before == null ? opened : before;
    }
}

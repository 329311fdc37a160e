package io.personaagent.memory.spi;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What one person's store keeps, to be looked through. Safe for use by several threads. */
public interface Inventory {

    /** Those who have records or links, ordered. */
    List<String> owners();

    /** Every text of the log, the records, the links and the store's own tables, damaged or not, in no order; not those of shelves. */
    void texts(Consumer<String> visitor);

    /** The vector of every record that has one. */
    void vectors(Consumer<Vector> visitor);

    /** Copies of the store that it made itself, such as before an upgrade; they go when anything is forgotten. */
    List<Path> copies();

    /** The bytes of each of its files as they are on the disk; nothing for a store without files. */
    void files(FileVisitor visitor);

    /** Takes a file piece by piece. */
    @FunctionalInterface
    interface FileVisitor {

        /**
         * Takes the next piece.
         *
         * @param position where in the file it begins; 0 for the first
         */
        void piece(Path file, long position, ByteBuffer bytes);
    }
}

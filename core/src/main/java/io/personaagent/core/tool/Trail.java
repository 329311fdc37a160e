package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Influence;
import io.personaagent.tools.Shelf;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where words of others come into one call, and where they go. What a call keeps after it met such words is marked, whatever it made of
 * them; what it hands on is said to hold them. Thread-safe.
 */
final class Trail {

    private final Marks marks;
    private final boolean ofOthers;
    private volatile boolean met;
    private Optional<Path> workspace = Optional.empty();

    /** @param ofOthers whether they are in what the call was asked with, or in what it reaches */
    Trail(Marks marks, boolean ofOthers) {
        this.marks = requireNonNull(marks, "marks");
        this.ofOthers = ofOthers;
    }

    /** Whether words of others were met on the way. */
    Influence brought() {
        return met ? Influence.UNTRUSTED_CONTENT : Influence.PERSON;
    }

    Shelf over(Shelf shelf) {
        return new Watched(shelf);
    }

    /** The same folder, now that it is known that the call looks into it. */
    synchronized Path into(Path folder) {
        if (workspace.isEmpty()) {
            workspace = Optional.of(folder);
            meet(!marks.allOwn(folder));
        }
        return folder;
    }

    /** The call has come to its end, and writes nothing any more. */
    synchronized void ended() {
        workspace.filter(folder -> !keepsWordsOfOthers()).ifPresent(marks::own);
    }

    private synchronized void meet(boolean wordsOfOthers) {
        met = met || wordsOfOthers;
    }

    private boolean keepsWordsOfOthers() {
        return ofOthers || met;
    }

    private final class Watched implements Shelf {

        private final Shelf shelf;

        Watched(Shelf shelf) {
            this.shelf = shelf;
        }

        @Override
        public Optional<String> get(String key) {
            Optional<String> found = shelf.get(key);
            meet(found.isPresent() && marks.isMarked(key));
            return found;
        }

        /** The mark is there before the words, and goes after them: a kill in between leaves one too many, never one too few. */
        @Override
        public void put(String key, String value) {
            if (keepsWordsOfOthers() && Marks.holdsWords(key + value)) {
                marks.mark(key);
                shelf.put(key, value);
            } else {
                shelf.put(key, value);
                marks.unmark(key);
            }
        }

        @Override
        public void remove(String key) {
            shelf.remove(key);
            marks.unmark(key);
        }

        @Override
        public Map<String, String> all(String prefix) {
            Map<String, String> found = shelf.all(prefix);
            meet(marks.anyMarked(found.keySet()));
            return found;
        }
    }
}

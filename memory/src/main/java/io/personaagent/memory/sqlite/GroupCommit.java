package io.personaagent.memory.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Lets all who wait write together, so that they wait for the disk once and not one after the other. The first who comes leads: it
 * writes its own piece and whatever waits, and hands the lead to the first who has come meanwhile. Nobody waits for more to come.
 * Thread-safe.
 */
final class GroupCommit {

    private final Commit commit;
    private final Deque<Piece<?>> waiting = new ArrayDeque<>();
    private boolean led;

    /** Writes several pieces at once, and ends each of them; throws nothing. */
    interface Commit {
        void write(List<Piece<?>> pieces);
    }

    GroupCommit(Commit commit) {
        this.commit = commit;
    }

    /** Returns when the piece has ended. */
    void write(Piece<?> piece) {
        if (!leads(piece)) {
            piece.awaitTurn();
        }
        if (!piece.isEnded()) {
            lead(piece);
        }
    }

    private synchronized boolean leads(Piece<?> piece) {
        waiting.add(piece);
        boolean first = !led;
        led = true;
        return first;
    }

    private void lead(Piece<?> own) {
        List<Piece<?>> pieces = taken();
        try {
            commit.write(pieces);
        } finally {
            handOver();
            pieces.stream().filter(piece -> piece != own).forEach(Piece::wake);
        }
    }

    private synchronized List<Piece<?>> taken() {
        List<Piece<?>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private synchronized void handOver() {
        Piece<?> next = waiting.peek();
        led = next != null;
        if (next != null) {
            next.wake();
        }
    }
}

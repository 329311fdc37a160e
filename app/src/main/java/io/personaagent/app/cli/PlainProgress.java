package io.personaagent.app.cli;

/** Progress where there is no terminal: a line for each tenth. */
final class PlainProgress {

    private final Door door;
    private final long size;
    private long told;

    PlainProgress(Door door, long size) {
        this.door = door;
        this.size = Math.max(1, size);
    }

    void at(long done) {
        long tenth = Math.min(10, done * 10 / size);
        if (tenth > told) {
            told = tenth;
            door.tell("%d %%".formatted(tenth * 10));
        }
    }
}

package io.personaagent.memory.sqlite;

/** What callers may ask for. */
final class Limits {

    private Limits() {}

    static int atLeastOne(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(limit));
        }
        return limit;
    }
}

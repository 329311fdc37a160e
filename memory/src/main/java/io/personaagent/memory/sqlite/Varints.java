package io.personaagent.memory.sqlite;

/** Reads SQLite's variable-length whole numbers: seven bits a byte, the highest first. What is cut off reads as 0. Not thread-safe. */
final class Varints {

    private final byte[] bytes;
    private int at;

    Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    long next() {
        long number = 0;
        for (int read = 0; read < 8 && at < bytes.length; read++) {
            byte part = bytes[at++];
            number = number << 7 | (part & 0x7F);
            if (part >= 0) {
                return number;
            }
        }
        return 0;
    }
}

package io.personaagent.plugins.clock;

import java.time.Instant;

/** Something that a person wants to be told at a time. */
record Reminder(int number, Instant due, String text) {

    /** As it lies on the shelf. */
    String written() {
        return due + "\n" + text;
    }

    static Reminder read(int number, String value) {
        int end = value.indexOf('\n');
        if (end < 0) {
            throw new IllegalStateException("reminder %d on the shelf is damaged: '%s'".formatted(number, value));
        }
        return new Reminder(number, Instant.parse(value.substring(0, end)), value.substring(end + 1));
    }
}

package io.personaagent.memory.time;

import java.time.Month;

/** A season in the north, by whole months. */
enum Season {
    SPRING(Month.MARCH),
    SUMMER(Month.JUNE),
    AUTUMN(Month.SEPTEMBER),
    WINTER(Month.DECEMBER);

    private final Month first;

    Season(Month first) {
        this.first = first;
    }

    Month first() {
        return first;
    }
}

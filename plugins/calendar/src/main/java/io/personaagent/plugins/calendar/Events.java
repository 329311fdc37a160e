package io.personaagent.plugins.calendar;

import java.util.List;

/**
 * What is in the calendars, the earliest first.
 *
 * @param unclear how many events repeat in a way that was not gone through
 */
record Events(List<Occurrence> all, int unclear) {

    Events {
        all = List.copyOf(all);
    }

    String warning() {
        return unclear == 0
                ? ""
                : "\n(%s too often to be gone through and left out)"
                        .formatted(unclear == 1 ? "1 event repeats" : unclear + " events repeat");
    }
}

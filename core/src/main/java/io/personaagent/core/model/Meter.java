package io.personaagent.core.model;

/** What is counted of a model, what it costs, and how long whoever asks it has time. */
record Meter(Price price, Tally tally, Within within) {

    /** One that nobody reads. */
    static Meter unread() {
        return new Meter(Price.NONE, new Tally(), new Within(System::nanoTime));
    }
}

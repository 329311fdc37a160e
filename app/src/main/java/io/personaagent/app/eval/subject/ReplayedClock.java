package io.personaagent.app.eval.subject;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows the time of what is being replayed, in whichever zone. */
final class ReplayedClock extends Clock {

    private final Hand hand;
    private final ZoneId zone;

    /** Of all clocks that were made of one. */
    private static final class Hand {
        private volatile Instant now = Instant.EPOCH;
    }

    ReplayedClock() {
        this(new Hand(), ZoneOffset.UTC);
    }

    private ReplayedClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    void set(Instant time) {
        hand.now = time;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ReplayedClock(hand, other);
    }

    @Override
    public Instant instant() {
        return hand.now;
    }
}

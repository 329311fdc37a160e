package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.view.SupersededException;
import io.personaagent.memory.view.ViewState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who aligns one person, durably. As for views, a claim is a token and a last sign of life, and each write is one compare-and-set of the
 * cursor: so who was believed dead cannot write into what another one goes on with. Thread-safe, also between processes.
 */
public final class Claims {

    /** The owner under which all that belongs to a person's alignment stands. */
    public static final String OWNER = "align";

    /** A holder that has not been heard of for so long has died. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final RecordKey KEY = new RecordKey("claim", "claim");

    private final RecordStore records;
    private final Clock clock;

    /** @param records the records of {@link #OWNER} */
    public Claims(RecordStore records, Clock clock) {
        this.records = requireNonNull(records, "records");
        this.clock = requireNonNull(clock, "clock");
    }

    Clock clock() {
        return clock;
    }

    RecordStore records() {
        return records;
    }

    /** Who holds it; none where that one has died. */
    public Claim standing() {
        Claim claim = written();
        return isDead(claim) ? Claim.NONE : claim;
    }

    /** Claims it where nobody has; returns who holds it then. */
    Claim take(String token, Holder holder) {
        Instant now = clock.instant();
        return change(before -> isDead(before) ? new Claim(new ViewState.Claim(token, now), holder, now) : before);
    }

    /** Says that this one is still alive, unless that was said just now. */
    void renew(String token) {
        Instant now = clock.instant();
        change(before ->
                before.isOf(token) && !before.mark().seen().plus(HEARTBEAT).isAfter(now) ? before.seen(now) : before);
    }

    void release(String token) {
        change(before -> before.isOf(token) ? Claim.NONE : before);
    }

    /**
     * Makes the changes while this one holds the claim.
     *
     * @throws SupersededException when it does not any more; nothing was changed then
     */
    void write(String token, Changes changes) {
        long seen = at(token);
        while (!records.applyIf(seen, seen + 1, changes)) {
            seen = at(token);
        }
    }

    /** Where the cursor stood before this one was seen to hold the claim. */
    private long at(String token) {
        long seen = records.cursor();
        if (!written().isOf(token)) {
            throw new SupersededException("another alignment has gone on with this one");
        }
        return seen;
    }

    private boolean isDead(Claim claim) {
        return claim.isNone()
                || claim.holder().hasEnded()
                || !claim.mark().seen().plus(SILENCE).isAfter(clock.instant());
    }

    private Claim change(UnaryOperator<Claim> change) {
        while (true) {
            long seen = records.cursor();
            Claim before = written();
            Claim after = change.apply(before);
            if (after.equals(before) || records.applyIf(seen, seen + 1, Changes.put(record(after)))) {
                return after;
            }
        }
    }

    private Claim written() {
        return records.find(KEY).map(Claims::claim).orElse(Claim.NONE);
    }

    private static DerivedRecord record(Claim claim) {
        Holder holder = claim.holder();
        return DerivedRecord.of(KEY, "", Set.of())
                .with("token", claim.mark().token())
                .with("seen", claim.mark().seen().toString())
                .with("since", claim.since().toString())
                .with("door", holder.door())
                .with("place", holder.place())
                .with("pid", Long.toString(holder.pid()))
                .with("started", holder.started().toString());
    }

    private static Claim claim(DerivedRecord record) {
        Holder holder = new Holder(
                record.attribute("door"),
                record.attribute("place"),
                Long.parseLong(record.attribute("pid")),
                time(record, "started"));
        return new Claim(
                new ViewState.Claim(record.attribute("token"), time(record, "seen")), holder, time(record, "since"));
    }

    private static Instant time(DerivedRecord record, String name) {
        return Instant.parse(record.attribute(name));
    }
}

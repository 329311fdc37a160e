package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.process.Claims;
import io.personaagent.persona.align.process.Holder;
import io.personaagent.persona.align.process.LabelWatch;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.persona.align.process.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** The world of colours, where an alignment can be cut short at each of its calls. */
class CutShortWorld extends ColourWorld {

    static final Holder CHAT = new Holder("a chat", "elsewhere", 4711, NOON);
    static final Holder ALIGN = new Holder("personaagent align", "elsewhere", 4712, NOON);

    Instant now = NOON;
    int aligned;
    /** What happens at a call; it may throw. */
    Runnable atCall = () -> {};

    @BeforeEach
    void twoSteps() {
        wanted("green", "green", "green", "green", "green");
        // The first rewrite does not help, the second does.
        rewriter = lesson -> {
            aligned++;
            return written(add(lesson, lesson.persona().statements().size() == 1 ? "Likes paint." : "Likes green."));
        };
    }

    @Override
    Alignment alignment() {
        Simulator simulator = (persona, rehearsal, meter) -> {
            atCall.run();
            meter.check();
            meter.count(10, 1);
            rehearsed.add(rehearsal);
            return persona.systemPrompt().contains("green") ? "green" : "red";
        };
        NumericLoss exact = (labelled, answer) -> labelled.truth().equals(answer) ? 0 : 1;
        return new Alignment(
                personas,
                user.episodes(),
                stoppable(aligner()),
                new Rehearsals(simulator, exact),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    Aligner stoppable(Aligner aligner) {
        return new Aligner() {
            @Override
            public String name() {
                return aligner.name();
            }

            @Override
            public Draft improve(Lesson lesson, Meter meter) {
                atCall.run();
                return aligner.improve(lesson, meter);
            }
        };
    }

    boolean dear = true;

    RecordStore records() {
        return user.records(Claims.OWNER);
    }

    SoleAlignment sole(Holder holder) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new SoleAlignment(
                alignment(),
                new Claims(records(), clock),
                new LabelWatch(user.episodes(), records()),
                new Worker(holder, "stub", dear));
    }

    Decision run(Holder holder) {
        return run(holder, PLENTY);
    }

    Decision run(Holder holder, Budget budget) {
        SoleAlignment alignment = sole(holder);
        return alignment.run(alignment.course(Scale.USUAL), budget, told::add);
    }

    /** So many calls are made, the next one is not. */
    void interruptAfter(int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        atCall = () -> {
            if (left.decrementAndGet() < 0) {
                Thread.currentThread().interrupt();
            }
        };
    }

    void cutShortAfter(int calls) {
        interruptAfter(calls);
        assertThat(run(CHAT).verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        atCall = () -> {};
    }
}

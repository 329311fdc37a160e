package io.personaagent.bench;

import io.personaagent.core.Agent;
import io.personaagent.core.Person;
import io.personaagent.core.align.Keeper;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A home without a model in which somebody talks, with or without an alignment beside it. Everything else is as it is configured. */
final class TalkingHome implements AutoCloseable {

    private static final int LABELS = 30;
    /** As long as somebody reads an answer, at the least. */
    private static final long PAUSE_MILLIS = 60;

    private final Talk talk = new Talk(3);
    private final Turns.Beside beside;
    private final Household household;
    private final Person person;
    private final Agent agent;
    private final Keeper keeper;
    private final AtomicLong steps = new AtomicLong();
    private int asked;

    TalkingHome(Path folder, Turns.Beside beside, int memories) {
        this.beside = beside;
        this.household = new HouseholdSource(Map.of(), Clock.systemUTC())
                .open(folder, Map.of("align.every", Integer.toString(LABELS * 10)));
        this.person = household.person(new UserId("ada"));
        this.agent = household.serve(person, Asker.nobodyThere()).agent();
        this.keeper = household.keep(person, "a benchmark");
        person.memory().retainAll(talk.turns(0, memories));
        label();
    }

    /** Marks that follow from nothing, so that there is always something to learn and never anything that helps. */
    private void label() {
        Random random = new Random(4);
        Instant now = Instant.now();
        for (int number = 0; number < LABELS; number++) {
            EpisodeId id = new EpisodeId("film" + number);
            String question = "How would I rate Film %d (19%d). Genres: %s?"
                    .formatted(number, 50 + number, random.nextBoolean() ? "Comedy" : "Horror");
            person.memory()
                    .retain(new Episode(
                            id,
                            new Occasion("films", now, now),
                            new Exchange("", question, List.of(), "3"),
                            Provenance.CHAT));
            person.memory().feedback(id, Feedback.corrected(random.nextBoolean() ? "1" : "5", now));
        }
    }

    /** How long each of these turns took. */
    List<Long> turns(int count) {
        return switch (beside) {
            case NOTHING -> timed(count, turn -> turn.get());
            case WAITING -> timed(count, keeper::during);
            case ALIGNING -> aligning(count);
            case ALIGNING_ALWAYS -> alwaysAligning(count);
        };
    }

    private interface Front {
        Reply serve(Supplier<Reply> turn);
    }

    private List<Long> timed(int count, Front front) {
        List<Long> took = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            pause();
            int number = asked++;
            long before = System.nanoTime();
            front.serve(() -> answer(number));
            took.add(System.nanoTime() - before);
        }
        return took;
    }

    private Reply answer(int number) {
        Message message = new Message("talk", talk.question(number % 400), Instant.now());
        return agent.respond(household.ids().next(), message, TurnListener.none());
    }

    /** One alignment after the other is asked for, as fast as they end. */
    private List<Long> aligning(int count) {
        keeper.align();
        try {
            return timed(count, turn -> {
                Reply reply = keeper.during(turn);
                keeper.news().forEach(each -> steps.incrementAndGet());
                keeper.align();
                return reply;
            });
        } finally {
            keeper.stop();
            awaitQuiet();
        }
    }

    private List<Long> alwaysAligning(int count) {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> alignUntilInterrupted(begun), "always");
        thread.setDaemon(true);
        thread.start();
        try {
            begun.await();
            return timed(count, turn -> turn.get());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            thread.interrupt();
            join(thread);
        }
    }

    private void alignUntilInterrupted(CountDownLatch begun) {
        Budget budget = new Budget(Duration.ofMinutes(5), 1_000, 1_000_000);
        SoleAlignment alignment = household.alignment(person, "a benchmark");
        Decision.Verdict verdict = Decision.Verdict.NOTHING;
        while (verdict != Decision.Verdict.CANCELLED) {
            begun.countDown();
            verdict = alignment
                    .run(alignment.course(Scale.USUAL), budget, line -> {})
                    .verdict();
            steps.incrementAndGet();
        }
    }

    /** How many alignments came to their end. */
    long steps() {
        return steps.get();
    }

    private void awaitQuiet() {
        while (household.alignment(person, "a benchmark").state().isGoingOn()) {
            pause();
        }
        keeper.news().forEach(each -> steps.incrementAndGet());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        household.close();
    }
}

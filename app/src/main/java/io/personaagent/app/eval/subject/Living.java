package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.Person;
import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.Persona;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Spent;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The agent itself: the log goes into a real memory, the persona is aligned by Algorithm 1 and its gate whenever it is due, and questions
 * go through the planner with the persona that is in force.
 */
final class Living implements Subject {

    private static final Budget PLENTY = new Budget(Duration.ofDays(1), Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final Body body;
    private final Regimen regimen;
    private final Set<EpisodeId> heard = new HashSet<>();
    private final Map<Set<Part>, Persona> inForce = new HashMap<>();
    private Account account = Account.NOTHING;
    private int labels;

    /**
     * What a subject is made of.
     *
     * @param clock shows the time of what is replayed
     * @param end throws all of it away
     */
    record Body(Person person, ReplayedClock clock, TimedTurns turns, Alignment alignment, Runnable end) {}

    Living(Body body, Regimen regimen) {
        this.body = requireNonNull(body, "body");
        this.regimen = requireNonNull(regimen, "regimen");
    }

    @Override
    public void hear(List<Episode> more) {
        inForce.clear();
        int from = 0;
        while (from < more.size()) {
            int until = Math.min(more.size(), from + regimen.every() - labels % regimen.every());
            retain(more.subList(from, until));
            labels += until - from;
            from = until;
            if (labels % regimen.every() == 0) {
                align();
            }
        }
    }

    private void retain(List<Episode> some) {
        long began = System.nanoTime();
        body.person().memory().retainAll(some);
        some.forEach(each -> {
            heard.add(each.id());
            body.clock().set(each.occasion().happened());
        });
        spend("hearing", Spent.NOTHING, since(began));
    }

    private void align() {
        long began = System.nanoTime();
        Duration simulated = body.turns().took();
        Alignment alignment = body.alignment();
        Decision decision = alignment.run(alignment.course(regimen.scale()), PLENTY, line -> {});
        Duration simulating = body.turns().took().minus(simulated);
        decision.bill()
                .stages()
                .forEach((stage, spent) -> spend(stage.name().toLowerCase(Locale.ROOT), spent, Duration.ZERO));
        spend("simulation", Spent.NOTHING, simulating);
        spend("rewrite", Spent.NOTHING, since(began).minus(simulating));
        account = account.and(
                new Account(Map.of(), Map.of(decision.verdict().name().toLowerCase(Locale.ROOT), 1)));
    }

    @Override
    public String answer(Message question, Set<Part> without) {
        long began = System.nanoTime();
        Meter meter = new Meter(PLENTY, Clock.systemUTC());
        String answer = body.turns().turns().ask(persona(without), question, hidden(without), meter);
        spend("answer", meter.all(), since(began));
        return answer;
    }

    /** Reading a persona from its store takes longer than a question. */
    private Persona persona(Set<Part> without) {
        return inForce.computeIfAbsent(without, this::read);
    }

    private Persona read(Set<Part> without) {
        Persona first = body.person().personas().version(1).persona();
        if (without.contains(Part.PERSONA)) {
            return new Persona(1, "", List.of());
        }
        if (without.contains(Part.MEMORY) || without.contains(Part.ALIGNMENT)) {
            return first;
        }
        return without.contains(Part.GATE)
                ? Unproven.persona(first, body.person().memory().episodes(), body.clock())
                : body.person().personas().current();
    }

    private Set<EpisodeId> hidden(Set<Part> without) {
        return without.contains(Part.MEMORY) || without.contains(Part.ACTION) ? heard : Set.of();
    }

    private void spend(String stage, Spent spent, Duration took) {
        account = account.and(stage, new Account.Stage(spent, took));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void close() {
        body.end().run();
    }
}

package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static io.personaagent.persona.align.Cases.asked;
import static io.personaagent.persona.align.Cases.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The agent of this world answers "green" where its persona says so, and "red" where it does not. */
abstract class ColourWorld {

    static final Budget PLENTY = new Budget(Duration.ofHours(1), 1_000, 1_000_000);
    final List<String> told = new ArrayList<>();

    final UserStore user = new InMemoryStores().open(TestEpisodes.ADA);
    final Personas personas = new Personas(
            new RecordPersonaStore(user.records(RecordPersonaStore.OWNER), Personas.fixedRules()),
            Personas.fixedRules(),
            Clock.fixed(NOON, ZoneOffset.UTC));
    final List<Rehearsal> rehearsed = new ArrayList<>();
    Function<Lesson, Draft> rewriter = lesson -> written(add(lesson, "Likes green."));

    @BeforeEach
    void alreadyKnown() {
        user.episodes().append(asked(0, "Do I like rain?"));
        personas.accept(
                personas.current()
                        .next(List.of(new Statement(
                                "rain",
                                "Likes rain.",
                                Statement.Kind.PREFERENCE,
                                new Support(0.5, Set.of(new EpisodeId("e0")), NOON, NOON)))),
                Cause.of(Origin.EDITED, "by hand"));
    }

    @AfterEach
    void notInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Labels, the newest last. */
    void wanted(String... truths) {
        for (int number = 1; number <= truths.length; number++) {
            user.episodes().append(asked(number, "Colour of thing " + number + "?"));
            user.episodes().add(new EpisodeId("e" + number), corrected(number, truths[number - 1]));
        }
    }

    Alignment alignment() {
        Simulator simulator = (persona, rehearsal, meter) -> {
            meter.check();
            meter.count(10, 1);
            rehearsed.add(rehearsal);
            return persona.systemPrompt().contains("green") ? "green" : "red";
        };
        NumericLoss exact = (labelled, answer) -> labelled.truth().equals(answer) ? 0 : 1;
        return new Alignment(
                personas,
                user.episodes(),
                aligner(),
                new Rehearsals(simulator, exact),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    Aligner aligner() {
        return new Aligner() {
            @Override
            public String name() {
                return "scripted";
            }

            /** It stands for one with a model. */
            @Override
            public Map<String, String> prompts() {
                return Map.of("rewriter", "scripted");
            }

            @Override
            public Draft improve(Lesson lesson, Meter meter) {
                for (int call = 0; call <= lesson.wrong().size(); call++) {
                    meter.check();
                    meter.count(10, 1);
                }
                return rewriter.apply(lesson);
            }
        };
    }

    static Draft written(Edit... edits) {
        return new Draft.Written(new Proposal(List.of(edits), ""));
    }

    static Edit add(Lesson lesson, String text) {
        Set<EpisodeId> because = Set.of(lesson.wrong().get(0).interaction().id());
        return new Edit.Add(new Statement(
                "s" + lesson.persona().statements().size(),
                text,
                Statement.Kind.PREFERENCE,
                new Support(0.5, because, NOON, NOON)));
    }

    Decision run() {
        Alignment alignment = alignment();
        return alignment.run(alignment.course(Scale.USUAL), PLENTY, told::add);
    }

    void staysAsItIs(Persona before, String reason) {
        assertThat(personas.current()).isEqualTo(before);
        assertThat(personas.current().systemPrompt()).isEqualTo(before.systemPrompt());
        assertThat(personas.refusals())
                .extracting(refusal -> refusal.cause().reason())
                .containsExactly(reason);
    }
}

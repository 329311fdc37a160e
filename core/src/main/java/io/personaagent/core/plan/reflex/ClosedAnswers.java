package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.ReflexClosedPlanner;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Sentences;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions that allow only certain answers, and says nothing besides: from the numbers that the persona says, and where it says
 * none, from how what was recalled had been answered. Thread-safe.
 */
public final class ClosedAnswers {

    private static final int MOST = 50;

    private final ClosedPlanner planner = new ReflexClosedPlanner(MOST);

    /** The answer; empty where the question is open. */
    public Optional<Step.Answer> answer(Situation situation) {
        return ClosedQuestion.in(situation.message().text())
                .map(ClosedQuestion::ask)
                .map(ask -> new Step.Answer(answer(ask, situation), List.of()));
    }

    private String answer(Ask ask, Situation situation) {
        List<Found> found = found(situation.background());
        List<Known> known = found.stream().map(Found::known).toList();
        Instant told = told(situation.background().persona());
        int news =
                (int) found.stream().filter(each -> each.when().isAfter(told)).count();
        return planner.answer(ask, learnt(ask, situation, known), Memories.of(known, news));
    }

    /** Of when the newest label is that the persona's numbers rest on; where it says none, nothing is news to it. */
    private static Instant told(Persona persona) {
        return persona.statements().stream()
                .filter(statement -> statement.id().startsWith("rates-"))
                .map(statement -> statement.support().confirmed())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Learnt learnt(Ask ask, Situation situation, List<Known> recalled) {
        List<String> said = situation.background().persona().statements().stream()
                .map(Statement::text)
                .toList();
        Learnt summary = Learnt.summary(recalled, scale(ask));
        return Sentences.read(said)
                .map(scores -> new Learnt(scores, summary.labels()))
                .orElse(summary);
    }

    private static Scale scale(Ask ask) {
        if (ask instanceof Ask.Rate rate) {
            return rate.scale();
        }
        return ask instanceof Ask.Prefer prefer ? prefer.scale() : new Scale(1, 2, 1);
    }

    private record Found(Known known, Instant when) {}

    /** What was recalled and what was said just before, oldest first. */
    private static List<Found> found(Background background) {
        Map<EpisodeId, Found> found = new LinkedHashMap<>();
        recalled(background.recalled()).forEach(each -> found.put(each.known().episode(), each));
        for (Episode each : background.conversation()) {
            String label = each.groundTruth().orElse("");
            if (!label.isEmpty()) {
                Known known = new Known(each.id(), thing(each.exchange().query()), label);
                found.put(each.id(), new Found(known, each.occasion().happened()));
            }
        }
        return found.values().stream().sorted(Comparator.comparing(Found::when)).toList();
    }

    /** Memory brings a question and its correction as two: they belong together by the episode. */
    private static List<Found> recalled(List<Recollection> recalled) {
        Map<EpisodeId, String> texts = new LinkedHashMap<>();
        Map<EpisodeId, String> labels = new LinkedHashMap<>();
        Map<EpisodeId, Instant> times = new LinkedHashMap<>();
        for (Recollection each : recalled) {
            EpisodeId episode = each.source().evidence().get(0);
            boolean corrects = each.source().kind() == Source.Kind.CORRECTION;
            texts.putIfAbsent(episode, "");
            (corrects ? labels : texts).put(episode, corrects ? each.text() : thing(each.text()));
            times.merge(episode, each.source().when(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return texts.entrySet().stream()
                .map(each -> new Found(
                        new Known(each.getKey(), each.getValue(), labels.getOrDefault(each.getKey(), "")),
                        times.getOrDefault(each.getKey(), Instant.EPOCH)))
                .toList();
    }

    /** What was asked about before is known by what it was about, not by how it was asked. */
    private static String thing(String text) {
        return ClosedQuestion.in(text).map(ClosedQuestion::thing).orElse(text);
    }
}

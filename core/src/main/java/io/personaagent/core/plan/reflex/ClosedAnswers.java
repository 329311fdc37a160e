package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
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
import java.util.ArrayList;
import java.util.Collections;
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
        List<Known> recalled = known(situation.background().recalled());
        return planner.answer(ask, learnt(ask, situation, recalled), Memories.of(recalled));
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

    /** Memory brings a question and its correction as two: they belong together by the episode. Oldest first. */
    private static List<Known> known(List<Recollection> recalled) {
        Map<EpisodeId, String> texts = new LinkedHashMap<>();
        Map<EpisodeId, String> labels = new LinkedHashMap<>();
        List<Recollection> oldestFirst = new ArrayList<>(recalled);
        Collections.reverse(oldestFirst);
        oldestFirst.sort(Comparator.comparing(each -> each.source().when()));
        for (Recollection each : oldestFirst) {
            EpisodeId episode = each.source().evidence().get(0);
            boolean corrects = each.source().kind() == Source.Kind.CORRECTION;
            texts.putIfAbsent(episode, "");
            (corrects ? labels : texts).put(episode, corrects ? each.text() : thing(each.text()));
        }
        return texts.entrySet().stream()
                .map(each -> new Known(each.getKey(), each.getValue(), labels.getOrDefault(each.getKey(), "")))
                .toList();
    }

    /** What was asked about before is known by what it was about, not by how it was asked. */
    private static String thing(String text) {
        return ClosedQuestion.in(text).map(ClosedQuestion::thing).orElse(text);
    }
}

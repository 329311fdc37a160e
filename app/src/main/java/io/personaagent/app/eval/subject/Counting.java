package io.personaagent.app.eval.subject;

import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.align.Spent;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.ReflexClosedPlanner;
import io.personaagent.persona.tendency.Scale;
import java.util.List;

/** Answers without a model: by the mean, the most frequent label, and what resembles the asked. */
final class Counting implements Respondent {

    private static final String GOOD = "4";

    private final Baselines.Kind kind;
    private final ReflexClosedPlanner planner;

    Counting(Baselines.Kind kind, int most) {
        this.kind = kind;
        this.planner = new ReflexClosedPlanner(most);
    }

    @Override
    public Said answer(String question, List<Episode> shown, List<Episode> profile) {
        return new Said(
                ClosedQuestion.in(question)
                        .map(closed -> answer(closed.ask(), known(shown), known(profile)))
                        .orElse(""),
                Spent.NOTHING);
    }

    private String answer(Ask ask, List<Known> shown, List<Known> profile) {
        if (shown.isEmpty() && profile.isEmpty()) {
            return blind(ask);
        }
        if (kind == Baselines.Kind.USUAL && ask instanceof Ask.Rate) {
            return Double.toString(
                    shown.stream().mapToDouble(Counting::score).average().orElse(Double.parseDouble(GOOD)));
        }
        Learnt learnt = Learnt.summary(profile.isEmpty() ? shown : profile, scale(ask));
        return planner.answer(ask, learnt, kind.recalls() ? Memories.of(shown) : Memories.NONE);
    }

    private static String blind(Ask ask) {
        if (ask instanceof Ask.Rate) {
            return GOOD;
        }
        return ask instanceof Ask.Classify classify ? classify.labels().get(0) : "[1]";
    }

    private static double score(Known known) {
        return Double.parseDouble(known.label());
    }

    private static Scale scale(Ask ask) {
        if (ask instanceof Ask.Rate rate) {
            return rate.scale();
        }
        return ask instanceof Ask.Prefer prefer ? prefer.scale() : new Scale(1, 2, 1);
    }

    private static List<Known> known(List<Episode> episodes) {
        return episodes.stream()
                .map(each -> new Known(
                        each.id(),
                        ClosedQuestion.in(each.exchange().query())
                                .map(ClosedQuestion::thing)
                                .orElse(each.exchange().query()),
                        each.groundTruth().orElse("")))
                .toList();
    }
}

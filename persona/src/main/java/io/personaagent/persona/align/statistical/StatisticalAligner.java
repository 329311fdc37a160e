package io.personaagent.persona.align.statistical;

import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Proposal;

/**
 * Counts: how the person rates, what they choose, and what they said that they like. Asks no model; the same lesson always gives the same
 * proposal. It touches only statements of its own, which it knows by their ids. Thread-safe.
 */
public final class StatisticalAligner implements Aligner {

    @Override
    public String name() {
        return "statistical";
    }

    @Override
    public Draft improve(Lesson lesson, Meter meter) {
        meter.check();
        meter.enter(Meter.Stage.REWRITE);
        Ratings ratings = new Ratings(lesson);
        Stated stated = new Stated(lesson);
        Choices choices = new Choices(lesson);
        Rewrite rewrite = new Rewrite(lesson.persona());
        stated.gone().forEach(rewrite::remove);
        stated.statements().forEach(rewrite::put);
        ratings.gone().forEach(rewrite::remove);
        ratings.statements().forEach(rewrite::put);
        choices.gone().forEach(rewrite::remove);
        choices.statements().forEach(rewrite::put);
        return new Draft.Written(new Proposal(
                rewrite.edits(),
                "counted over %d labelled interactions".formatted(lesson.known().size())));
    }
}

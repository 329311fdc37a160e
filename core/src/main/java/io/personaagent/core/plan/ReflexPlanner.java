package io.personaagent.core.plan;

import io.personaagent.core.plan.reflex.ClosedAnswers;
import io.personaagent.core.plan.reflex.Doubt;
import io.personaagent.core.plan.reflex.Outcomes;
import io.personaagent.core.plan.reflex.Preferring;
import io.personaagent.core.plan.reflex.Questions;
import io.personaagent.core.plan.reflex.Ratings;
import io.personaagent.core.plan.reflex.ReflexSettings;
import io.personaagent.core.plan.reflex.Remembering;
import io.personaagent.core.plan.reflex.Route;
import io.personaagent.core.plan.reflex.Router;
import io.personaagent.core.plan.reflex.Several;
import io.personaagent.core.plan.reflex.SmallTalk;
import io.personaagent.core.plan.reflex.Vectors;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.persona.Persona;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.RatingQuestion;
import io.personaagent.persona.tendency.Sentences;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Decides without a language model: finds a tool by its example utterances, answers from memory in the person's own words, and says so
 * when it does not know. The same situation always gives the same step. Thread-safe.
 *
 * <p>It understands nothing. The arguments of a call are words of the message, never of a memory, so its influence is always the person.
 */
public final class ReflexPlanner implements Planner {

    private final Router router;
    private final Remembering remembering;
    private final Ratings ratings = new Ratings();
    private final Preferring preferring = new Preferring();
    private final ClosedAnswers closed = new ClosedAnswers();

    /** A planner with the settings that were measured. */
    public ReflexPlanner(Embedder embedder, ZoneId zone) {
        this(embedder, zone, ReflexSettings.MEASURED);
    }

    /** @param zone the zone that days and times are told in */
    public ReflexPlanner(Embedder embedder, ZoneId zone, ReflexSettings settings) {
        Vectors vectors = new Vectors(embedder);
        this.router = new Router(vectors, settings, zone);
        this.remembering = new Remembering(vectors, settings, zone);
    }

    @Override
    public String name() {
        return "reflex";
    }

    /** Nothing that it is shown leaves the program. */
    @Override
    public Purpose purpose() {
        return Purpose.LOCAL;
    }

    /** Where a score or one of two is asked for, and the persona says how they rate. */
    @Override
    public boolean weighsLabels(Message message, Persona persona) {
        boolean asked = ClosedQuestion.in(message.text()).isPresent()
                || RatingQuestion.in(message.text()).isPresent();
        return asked && Sentences.read(persona.texts()).isPresent();
    }

    @Override
    public Step next(Situation situation, TurnListener listener) {
        Step step = situation.observations().isEmpty()
                ? closed.answer(situation).<Step>map(answer -> answer).orElseGet(() -> decided(situation))
                : Outcomes.step(situation.observations());
        if (step instanceof Step.Answer answer) {
            listener.text(answer.text());
        }
        return step;
    }

    private Step decided(Situation situation) {
        String text = situation.message().text();
        Optional<Route> exact = router.exact(heard(situation));
        return router.several(heard(situation))
                .map(Several::step)
                .or(() -> exact.filter(Route::certain).map(Route::step))
                .or(() -> preferring.completed(situation))
                .or(() -> SmallTalk.answer(text, situation.tools()).map(ReflexPlanner::answer))
                .or(() -> completed(situation))
                .orElseGet(() -> Questions.isQuestion(text) ? answered(situation, exact) : done(situation, exact));
    }

    /** What is known comes before what could be looked up, and that before what the person could be asked. */
    private Step answered(Situation situation, Optional<Route> hollow) {
        return ratings.answer(situation)
                .or(() -> known(situation))
                .<Step>map(answer -> answer)
                .or(() -> looked(situation, hollow))
                .or(() -> Preferring.isAsked(situation.message().text()) ? Optional.empty() : doubted(situation))
                .orElseGet(() -> unknown(situation));
    }

    /** What somebody would choose or like is weighed; what they do like, they have told. */
    private Optional<Step.Answer> known(Situation situation) {
        return Preferring.isAsked(situation.message().text())
                ? preferring.answer(situation).or(() -> remembering.answer(Preferring.recallingTheOptions(situation)))
                : remembering
                        .answer(situation)
                        .or(() -> preferring.answer(situation))
                        .or(() -> preferring.likings(situation));
    }

    private Step unknown(Situation situation) {
        String text = situation.message().text();
        return Preferring.isAsked(text) ? preferring.asking(situation) : remembering.unknown(text);
    }

    private Step done(Situation situation, Optional<Route> hollow) {
        return looked(situation, hollow).or(() -> doubted(situation)).orElseGet(() -> remembering.noted(situation));
    }

    private Optional<Step> doubted(Situation situation) {
        return router.doubtful(heard(situation)).map(Doubt::step);
    }

    private Optional<Step> looked(Situation situation, Optional<Route> hollow) {
        Optional<Route> route = hollow.isEmpty()
                ? router.similar(heard(situation))
                : router.clearlySimilar(heard(situation)).or(() -> hollow);
        return route.map(Route::step);
    }

    /** The answer to the question with which the last turn ended, if there was one and this answers it. */
    private Optional<Step> completed(Situation situation) {
        List<Episode> conversation = situation.background().conversation();
        if (conversation.isEmpty() || Questions.isQuestion(situation.message().text())) {
            return Optional.empty();
        }
        Episode last = conversation.get(conversation.size() - 1);
        return before(last, situation.message()).flatMap(then -> {
            Step.AskUser asked = new Step.AskUser(last.exchange().reply());
            Router.Heard before = heard(then, situation);
            return detailed(before, asked, situation.message()).or(() -> settled(before, asked, situation.message()));
        });
    }

    /** What was said then, as it was routed then. */
    private static Optional<Message> before(Episode last, Message now) {
        String query = last.exchange().query();
        boolean routed = !query.isBlank()
                && query.length() <= Message.MAX_LENGTH
                && !last.exchange().reply().isEmpty();
        return routed
                ? Optional.of(new Message(now.session(), query, last.occasion().happened()))
                : Optional.empty();
    }

    /** What was missing is said now. */
    private Optional<Step> detailed(Router.Heard before, Step.AskUser asked, Message now) {
        Optional<Several> several = router.several(before);
        Optional<Route> open = several.isPresent()
                ? several.flatMap(Several::open)
                : router.exact(before).or(() -> router.similar(before)).filter(Route::isOpen);
        return open.filter(route -> route.step().equals(asked)).flatMap(route -> {
            Route complete = router.completed(route, now);
            return complete.isOpen()
                    ? Optional.empty()
                    : Optional.of(
                            several.map(all -> all.with(route, complete).step()).orElseGet(complete::step));
        });
    }

    /** Which of several was wanted is said now. */
    private Optional<Step> settled(Router.Heard before, Step.AskUser asked, Message now) {
        return router.doubtful(before)
                .filter(doubt -> doubt.step().equals(asked))
                .flatMap(doubt -> doubt.settled(now.text()));
    }

    private static Router.Heard heard(Situation situation) {
        return heard(situation.message(), situation);
    }

    private static Router.Heard heard(Message message, Situation situation) {
        return new Router.Heard(
                message, situation.tools(), situation.background().persona());
    }

    private static Step answer(String text) {
        return new Step.Answer(text, List.of());
    }
}

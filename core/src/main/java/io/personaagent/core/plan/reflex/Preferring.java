package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.profile.AboutMe;
import io.personaagent.memory.text.Terms;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.Leanings;
import io.personaagent.persona.choice.LikingQuestion;
import io.personaagent.persona.choice.Reason;
import io.personaagent.persona.choice.Weighed;
import io.personaagent.persona.elicit.Inquiries;
import io.personaagent.persona.elicit.Inquiry;
import io.personaagent.persona.elicit.Told;
import io.personaagent.persona.tendency.StatedPreference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers what the person would choose or like, from what their persona says and from what they said in this conversation, and names what
 * decided. Where nothing that is known decides, it asks for what helps the most, as long as it may, or says so. Thread-safe.
 */
public final class Preferring {

    private static final int MOST_REASONS = 3;
    private static final int MOST_LIKINGS = 8;

    /** What a person would choose or like; empty where nothing of the kind is asked, and where nothing is known that decides it. */
    public Optional<Step.Answer> answer(Situation situation) {
        return answer(situation, situation.message().text(), told(situation));
    }

    /**
     * The answer to what was asked before the person was asked what they like, if that is what this message answers. What they just told
     * counts already.
     */
    public Optional<Step> completed(Situation situation) {
        List<Episode> conversation = situation.background().conversation();
        if (conversation.isEmpty()) {
            return Optional.empty();
        }
        Episode last = conversation.get(conversation.size() - 1);
        Message message = situation.message();
        String open = last.exchange().query();
        return Told.answer(last, message.text(), message.at(), last.id()).map(answer -> {
            List<StatedPreference> told = new ArrayList<>(told(situation));
            told.add(answer);
            return answer(situation, open, told).orElseGet(() -> unknown(open));
        });
    }

    /** Whether somebody asks what they would choose, or whether they would like something. */
    public static boolean isAsked(String text) {
        return ChoiceQuestion.in(text).isPresent()
                || LikingQuestion.in(text).filter(LikingQuestion::supposed).isPresent();
    }

    /** What was said of other things answers no choice: of what was recalled, only what names one of the options is left. */
    public static Situation recallingTheOptions(Situation situation) {
        Set<String> terms = ChoiceQuestion.in(situation.message().text())
                .map(choice -> Set.copyOf(Terms.of(String.join(" ", choice.options()))))
                .orElse(Set.of());
        return terms.isEmpty()
                ? situation
                : situation.recalling(memory -> Terms.of(memory.text()).stream().anyMatch(terms::contains));
    }

    /** A question for what helps the most to answer the message, or that it cannot be answered. */
    public Step asking(Situation situation) {
        String text = situation.message().text();
        return situation.background().questions() == 0
                ? unknown(text)
                : inquiry(situation)
                        .<Step>map(inquiry -> new Step.AskUser(
                                "I don't know you well enough to say. " + inquiry.question(), Step.AskUser.Aim.LIKING))
                        .orElseGet(() -> unknown(text));
    }

    /** What the persona says that the person likes, or does not, where that is asked; empty where it says nothing. */
    public Optional<Step.Answer> likings(Situation situation) {
        return AboutMe.likingAsked(situation.message().text())
                .map(liked -> leanings(situation, told(situation)).likings(liked))
                .filter(known -> !known.isEmpty())
                .map(known -> answer("Going by what I know of you:", known, MOST_LIKINGS));
    }

    private Optional<Inquiry> inquiry(Situation situation) {
        Inquiries inquiries = new Inquiries(leanings(situation, told(situation)));
        String text = situation.message().text();
        return ChoiceQuestion.in(text)
                .flatMap(choice -> inquiries.best(choice.options()))
                .or(() -> LikingQuestion.in(text).flatMap(asked -> inquiries.about(asked.thing())));
    }

    private static Optional<Step.Answer> answer(Situation situation, String asked, List<StatedPreference> told) {
        Leanings leanings = leanings(situation, told);
        return ChoiceQuestion.in(asked)
                .flatMap(choice -> Weighed.best(leanings.weigh(choice)))
                .map(best -> answer(
                        "%s, going by what I know of you:".formatted(best.thing()), best.decisive(), MOST_REASONS))
                .or(() -> LikingQuestion.in(asked).flatMap(liking -> liked(liking, leanings)));
    }

    private static Optional<Step.Answer> liked(LikingQuestion asked, Leanings leanings) {
        Weighed weighed = leanings.weigh(asked.thing());
        boolean yes = weighed.worth() > 0 != asked.disliking();
        return weighed.isClear()
                ? Optional.of(answer(
                        "%s, going by what I know of you:".formatted(yes ? "Yes" : "No"),
                        weighed.decisive(),
                        MOST_REASONS))
                : Optional.empty();
    }

    private static Leanings leanings(Situation situation, List<StatedPreference> told) {
        return Leanings.of(situation.background().persona().statements(), told);
    }

    private static List<StatedPreference> told(Situation situation) {
        return Told.in(situation.background().conversation());
    }

    private static Step.Answer unknown(String asked) {
        String what = ChoiceQuestion.in(asked).isPresent() ? "decides between these" : "tells";
        return new Step.Answer(
                "I don't know you well enough to say: nothing that I know of you %s. Tell me what you like, and I will remember it."
                        .formatted(what),
                List.of());
    }

    private static Step.Answer answer(String opening, List<Reason> reasons, int most) {
        List<Reason> named = reasons.subList(0, Math.min(most, reasons.size()));
        String lines = named.stream().map(Preferring::line).collect(Collectors.joining("\n"));
        return new Step.Answer(
                opening + "\n" + lines,
                named.stream()
                        .flatMap(reason -> reason.said().stream())
                        .distinct()
                        .toList(),
                named.stream()
                        .map(Reason::statement)
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    private static String line(Reason reason) {
        return reason.statement().isEmpty()
                ? "- %s (you said so in this conversation)".formatted(reason.text())
                : "- %s (%s)".formatted(reason.text(), reason.statement());
    }
}

package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.EpisodeIds;
import io.personaagent.core.Person;
import io.personaagent.core.turn.Discretion;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.persona.align.Answered;
import io.personaagent.persona.align.Mark;
import io.personaagent.persona.align.Unconfirmed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the person says of the answers of one conversation. Only what they type as a command comes here. */
final class Judging {

    private final Person person;
    private final EpisodeIds ids;
    private final String session;
    private final Screen screen;
    private Optional<EpisodeId> last = Optional.empty();
    private Optional<Unconfirmed> meant = Optional.empty();

    Judging(Person person, EpisodeIds ids, String session, Screen screen) {
        this.person = requireNonNull(person, "person");
        this.ids = requireNonNull(ids, "ids");
        this.session = requireNonNull(session, "session");
        this.screen = requireNonNull(screen, "screen");
    }

    /** Takes note of an answer, and asks whether the one before was wrong where the message says so. */
    void answered(String message, EpisodeId answer) {
        meant = last.flatMap(before -> Unconfirmed.after(before, message));
        last = Optional.of(answer);
        meant.ifPresent(each -> screen.aside(
                "Should the answer before have been \"%s\"? It counts once you say /confirm.".formatted(each.truth())));
    }

    /** Judges the last answer by the command; the rest is what was typed behind it. */
    void take(SlashCommand command, String rest) {
        Instant now = person.clock().instant();
        switch (command) {
            case GOOD -> judge(Feedback.good(now));
            case BAD -> judge(Feedback.bad(now));
            case CORRECT -> judge(Feedback.corrected(rest, now));
            case RATE -> rate(Mark.in(rest), now);
            case CHOOSE -> answer().ifPresent(answer -> add(answer.id(), new Answered(answer).chosen(rest, now)));
            case CONFIRM -> confirm(now);
            default -> throw new IllegalArgumentException("%s judges nothing".formatted(command));
        }
    }

    private void judge(Feedback feedback) {
        answer().ifPresent(answer -> add(answer.id(), feedback));
    }

    private void rate(Mark.Said said, Instant now) {
        if (said.rest().isEmpty()) {
            answer().ifPresent(answer -> add(answer.id(), new Answered(answer).rated(said.mark(), now)));
            return;
        }
        Episode marked = Answered.marked(ids.next(), session, said.mark(), said.rest(), now);
        person.memory().retain(marked);
        tell(SafeEpisode.of(marked).removed());
        screen.aside("Noted: %s for %s.".formatted(said.mark().given(), said.rest()));
    }

    private void confirm(Instant now) {
        meant.ifPresentOrElse(
                each -> add(each.episode(), Feedback.corrected(each.truth(), now)),
                () -> screen.aside("There is nothing to confirm."));
        meant = Optional.empty();
    }

    private Optional<Episode> answer() {
        Optional<Episode> answer = last.flatMap(person.memory().episodes()::find);
        if (answer.isEmpty()) {
            screen.aside("There is no answer yet to judge.");
        }
        return answer;
    }

    private void add(EpisodeId answer, Feedback feedback) {
        person.memory().feedback(answer, feedback);
        tell(SafeEpisode.of(feedback).removed());
        screen.aside(
                switch (feedback.verdict()) {
                    case GOOD -> "Good to know.";
                    case BAD -> "Noted. '/correct TEXT' tells me what would have been right.";
                    case CORRECTED -> "Noted; I will go by that.";
                });
    }

    private void tell(List<Secret> removed) {
        String notKept = new Discretion(List.of(), removed).told();
        if (!notKept.isEmpty()) {
            screen.aside(notKept);
        }
    }
}

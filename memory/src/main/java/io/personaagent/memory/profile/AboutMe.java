package io.personaagent.memory.profile;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Answers questions about the person in general ("what do you know about me?", "what do I like?") from the profile. */
public final class AboutMe {

    private static final Pattern ANYTHING = Pattern.compile("(?iu)^\\W*(?:(?:so|and|please|hey|tell me),?\\s+)*(?:"
            + "what (?:else )?do you (?:know|remember|recall)(?: so far)? (?:about|of) me|what have you (?:learned|learnt|noticed|gathered) about me"
            + "|who am i|(?:tell me about|describe|summari[sz]e|sum up) (?:me|myself|my (?:profile|preferences))"
            + "|what are my (?:preferences|interests|habits)|what am i (?:like|interested in)"
            + "|was wei(?:ß|ss)t du über mich|que sais-tu (?:de|sur) moi|qué sabes de mí|你(?:都)?知道我(?:的)?(?:什么|哪些)"
            + ")\\W*$");
    private static final Pattern LIKES = Pattern.compile(
            "(?iu)^\\W*(?:what (?:kinds? of things )?do i (?:really )?(?:like|love|enjoy|prefer)(?: (?:to do|doing|most|best))?"
                    + "|what are my (?:likes|favou?rites|hobbies))\\W*$");
    private static final Pattern DISLIKES = Pattern.compile(
            "(?iu)^\\W*(?:what (?:kinds? of things )?(?:do i (?:really )?(?:hate|dislike)|don['’]t i like)"
                    + "|what are my dislikes)\\W*$");

    private final MemoryContext context;

    public AboutMe(MemoryContext context) {
        this.context = context;
    }

    /** The lines that answer, those that were said most first; empty for any other question. None rests on a hidden episode. */
    public List<Recollection> recall(RecallQuery query) {
        return asked(query.about()).map(wanted -> recall(query, wanted)).orElse(List.of());
    }

    /** Whether a question is for what the person likes, or for what they do not; empty for any other. */
    public static Optional<Boolean> likingAsked(String question) {
        if (LIKES.matcher(question).matches()) {
            return Optional.of(true);
        }
        return DISLIKES.matcher(question).matches() ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Predicate<ProfileLine>> asked(String question) {
        if (ANYTHING.matcher(question).matches()) {
            return Optional.of(line -> true);
        }
        return likingAsked(question)
                .map(liked -> line ->
                        isPreference(line) && liked != line.about().value().equals("-"));
    }

    private static boolean isPreference(ProfileLine line) {
        return line.about().kind().equals("preference");
    }

    private List<Recollection> recall(RecallQuery query, Predicate<ProfileLine> wanted) {
        List<ProfileLine> lines = ProfileLine.all(context.records()).stream()
                .filter(line ->
                        line.holds() && wanted.test(line) && Collections.disjoint(line.evidence(), query.hidden()))
                .sorted(Comparator.comparing(
                                (ProfileLine line) -> line.about().kind().equals("topic"))
                        .thenComparing(
                                Comparator.comparingLong(ProfileLine::count).reversed())
                        .thenComparing(Comparator.comparing(ProfileLine::last).reversed())
                        .thenComparing(ProfileLine::id))
                .limit(query.limit())
                .toList();
        List<Recollection> found = new ArrayList<>();
        lines.forEach(line -> recollection(line, lines.size() - found.size()).ifPresent(found::add));
        return found;
    }

    /** Nothing where an episode of its evidence is gone: then the line has to be made anew. */
    private Optional<Recollection> recollection(ProfileLine line, int place) {
        Sensitivity sensitivity = Sensitivity.ORDINARY;
        Trust trust = Trust.TRUSTED;
        for (EpisodeId id : line.evidence()) {
            Optional<Episode> episode = context.episodes().find(id);
            if (episode.isEmpty()) {
                return Optional.empty();
            }
            sensitivity = higher(sensitivity, episode.get().provenance().sensitivity());
            trust = trust.and(episode.get().provenance().trust());
        }
        Score score = new Score(
                place, List.of(new Score.Part("profile", line.count(), 0), new Score.Part("confidence", 1, 0)));
        Source source = new Source(Source.Kind.DERIVED, "", line.last(), line.evidence());
        return Optional.of(new Recollection(line.text(), source, score, sensitivity, trust));
    }

    private static Sensitivity higher(Sensitivity one, Sensitivity other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}

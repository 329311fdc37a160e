package io.personaagent.persona.elicit;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.profile.Preference;
import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.memory.text.SameText;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.LikingQuestion;
import io.personaagent.persona.tendency.StatedPreference;
import io.personaagent.persona.tendency.StatedPreferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the person told of what they like: in words of their own, by a yes or a no to a question for it, and by setting an answer right.
 * Words of others, and an answer to what may be words of others, tell nothing.
 */
public final class Told {

    /** Tag of an episode that ended with a question for what the person likes. */
    public static final String ASKED_TAG = "asked:liking";

    private static final Pattern NOT = Pattern.compile("\\b(?:not|no|never|don t|hate|neither)\\b");
    private static final Pattern YES = Pattern.compile(
            "(?:yes|yeah|yep|yup|sure|i do|of course|absolutely|definitely|very much|a lot|i love it|i like it|i do like it)(?: .{0,40})?");
    private static final Pattern NO = Pattern.compile(
            "(?:no|nope|nah|not really|not at all|i don t|i do not|never|i hate it|not much|i can t stand it)(?: .{0,40})?");

    private static final Pattern OPEN = Pattern.compile(
            "(?:no (?:idea|preference|opinion)|i don t (?:know|care|mind)|i do not (?:know|care|mind)|not sure|neither|either).*");
    private static final int SHORT = 80;

    private final Map<EpisodeId, List<StatedPreference>> said = new LinkedHashMap<>();
    private final Map<EpisodeId, List<StatedPreference>> corrected = new LinkedHashMap<>();
    private final Map<String, Episode> asked = new HashMap<>();
    private final Set<EpisodeId> seen = new HashSet<>();

    /** Of these episodes, in the order in which they happened. */
    public static List<StatedPreference> in(List<Episode> episodes) {
        Told told = new Told();
        episodes.forEach(told::read);
        return told.all();
    }

    /** Reads the next episode of the log; one that comes again, with its feedback, counts once. */
    public void read(Episode episode) {
        boolean theirs = isTheirs(episode);
        if (theirs) {
            keep(corrected, episode.id(), corrected(episode));
        }
        if (seen.add(episode.id())) {
            if (theirs) {
                keep(said, episode.id(), said(episode));
            }
            String session = episode.occasion().session();
            asked.remove(session);
            if (isAsked(episode)) {
                asked.put(session, episode);
            }
        }
    }

    /** All that was read, what was said before what was corrected. */
    public List<StatedPreference> all() {
        return Stream.concat(said.values().stream(), corrected.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What somebody tells who answers the question with which an episode ended; empty where it ended with none, or this does not answer it.
     *
     * @param id where they say it
     */
    public static Optional<StatedPreference> answer(Episode asked, String answer, Instant when, EpisodeId id) {
        if (!isAsked(asked) || answer.length() > SHORT) {
            return Optional.empty();
        }
        return Inquiry.objectOf(asked.exchange().reply())
                .flatMap(object -> yesOrNo(answer).map(yes -> preference(object, yes)))
                .or(() -> chosen(asked, answer).map(option -> preference(option, true)))
                .map(told -> new StatedPreference(told.object(), told.stance(), when, id));
    }

    private static Optional<String> chosen(Episode asked, String answer) {
        return ChoiceQuestion.in(asked.exchange().query())
                .filter(choice -> !NOT.matcher(SameText.of(answer)).find())
                .flatMap(choice -> ChoiceQuestion.named(choice.options(), answer));
    }

    private static Preference preference(String object, boolean yes) {
        return new Preference(object.toLowerCase(Locale.ROOT), yes ? Stance.FOR : Stance.AGAINST);
    }

    /** Whether a short answer says yes; empty where it says neither. */
    private static Optional<Boolean> yesOrNo(String answer) {
        String words = SameText.of(answer);
        if (OPEN.matcher(words).matches()) {
            return Optional.empty();
        }
        boolean yes = YES.matcher(words).matches();
        return yes || NO.matcher(words).matches() ? Optional.of(yes) : Optional.empty();
    }

    private static void keep(Map<EpisodeId, List<StatedPreference>> all, EpisodeId id, List<StatedPreference> found) {
        all.remove(id);
        if (!found.isEmpty()) {
            all.put(id, found);
        }
    }

    private List<StatedPreference> said(Episode episode) {
        String words = episode.exchange().query();
        Instant when = episode.occasion().happened();
        Optional<StatedPreference> answer = Optional.ofNullable(
                        asked.get(episode.occasion().session()))
                .flatMap(before -> answer(before, words, when, episode.id()));
        return answer.map(List::of).orElseGet(() -> StatedPreferences.in(words, when, episode.id()));
    }

    /** How they set right what was answered last. */
    private static List<StatedPreference> corrected(Episode episode) {
        List<Feedback> all = episode.feedback();
        if (all.isEmpty() || all.get(all.size() - 1).verdict() != Feedback.Verdict.CORRECTED) {
            return List.of();
        }
        Feedback last = all.get(all.size() - 1);
        List<StatedPreference> told = new ArrayList<>(StatedPreferences.in(last.text(), last.given(), episode.id()));
        LikingQuestion.in(episode.exchange().query())
                .flatMap(question ->
                        yesOrNo(last.text()).map(yes -> preference(question.thing(), yes != question.disliking())))
                .map(each -> new StatedPreference(each.object(), each.stance(), last.given(), episode.id()))
                .ifPresent(told::add);
        return told;
    }

    private static boolean isTheirs(Episode episode) {
        Provenance provenance = episode.provenance();
        return provenance.trust() == Trust.TRUSTED
                && provenance.origin() != Origin.TOOL
                && provenance.origin() != Origin.AGENT
                && episode.exchange().speaker().isEmpty();
    }

    private static boolean isAsked(Episode episode) {
        Set<String> tags = episode.provenance().tags();
        return tags.contains(ASKED_TAG) && !tags.contains(Provenance.UNTRUSTED_INFLUENCE);
    }
}

package io.personaagent.memory.boundary;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.tools.ToolResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Recognises by its words what calls for care. English first, with the basics of German, French, Spanish and Chinese. Deterministic;
 * thread-safe.
 */
public final class Care {

    /** Which class an episode is filed under that is of several. */
    private static final List<Sensitivity> ORDER = List.of(
            Sensitivity.CREDENTIALS,
            Sensitivity.HEALTH,
            Sensitivity.INTIMATE,
            Sensitivity.IDENTITY,
            Sensitivity.FINANCE);

    private static final Map<Sensitivity, Lexicon> LEXICONS = new EnumMap<>(Sensitivity.class);

    static {
        ORDER.forEach(each ->
                LEXICONS.put(each, new Lexicon(Resource.lines(each.name().toLowerCase(Locale.ROOT) + ".txt"))));
    }

    private Care() {}

    /** The classes of what is said; empty when it is ordinary. */
    public static Set<Sensitivity> of(String said) {
        List<String> words = Words.of(said);
        Set<Sensitivity> classes = EnumSet.noneOf(Sensitivity.class);
        LEXICONS.forEach((each, lexicon) -> {
            if (lexicon.isIn(words)) {
                classes.add(each);
            }
        });
        return classes;
    }

    /** The classes that a question is about; what is a hint in a statement is enough in a question. */
    public static Set<Sensitivity> askedIn(String question) {
        List<String> words = Words.of(question);
        Set<Sensitivity> classes = EnumSet.noneOf(Sensitivity.class);
        LEXICONS.forEach((each, lexicon) -> {
            if (lexicon.isAskedIn(words)) {
                classes.add(each);
            }
        });
        return classes;
    }

    /** The classes of all that belongs to an episode, and the one that it was given. */
    public static Set<Sensitivity> of(Episode episode) {
        Set<Sensitivity> classes = EnumSet.noneOf(Sensitivity.class);
        words(episode).forEach(text -> classes.addAll(of(text)));
        if (episode.provenance().sensitivity() != Sensitivity.ORDINARY) {
            classes.add(episode.provenance().sensitivity());
        }
        return classes;
    }

    /** The episode, filed under the class of its words unless it was given one. */
    public static Episode filed(Episode episode) {
        Provenance provenance = episode.provenance();
        if (provenance.sensitivity() != Sensitivity.ORDINARY) {
            return episode;
        }
        Set<Sensitivity> classes = of(episode);
        return ORDER.stream()
                .filter(classes::contains)
                .findFirst()
                .map(found -> new Episode(
                        episode.id(),
                        episode.occasion(),
                        episode.exchange(),
                        new Provenance(provenance.origin(), provenance.trust(), found, provenance.tags()),
                        episode.feedback()))
                .orElse(episode);
    }

    private static List<String> words(Episode episode) {
        List<String> words = new ArrayList<>();
        words.add(episode.exchange().query());
        words.add(episode.exchange().reply());
        for (Action action : episode.exchange().actions()) {
            words.add(action.arguments());
            words.add(action.outcome().fold(ToolResult.Done::text, ToolResult.Failed::message));
        }
        episode.feedback().stream().map(Feedback::text).forEach(words::add);
        return words;
    }
}

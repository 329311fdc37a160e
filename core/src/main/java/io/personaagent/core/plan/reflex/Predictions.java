package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Background;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Persona;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.Leanings;
import io.personaagent.persona.choice.Reason;
import io.personaagent.persona.choice.Weighed;
import io.personaagent.persona.tendency.StatedPreference;
import io.personaagent.persona.tendency.StatedPreferences;
import io.personaagent.tools.Ground;
import io.personaagent.tools.Liking;
import io.personaagent.tools.Likings;
import io.personaagent.tools.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a person would think of things, for tools: by the same counting that answers the person's own questions for it, and by what they
 * said of such things where the persona is silent.
 */
public final class Predictions implements Likings {

    private final Supplier<Persona> current;
    private final Function<String, List<Recollection>> recall;
    private final Ratings ratings = new Ratings();

    /**
     * @param current what may be told of the persona; asked for with each question
     * @param recall what may be lent of what the person's memory holds about something
     */
    public Predictions(Supplier<Persona> current, Function<String, List<Recollection>> recall) {
        this.current = requireNonNull(current, "current");
        this.recall = requireNonNull(recall, "recall");
    }

    @Override
    public List<Liking> weigh(List<String> things, String purpose) {
        Persona persona = current.get();
        Map<EpisodeId, Recollection> said = new LinkedHashMap<>();
        things.forEach(thing -> recall.apply(thing).stream()
                .filter(Predictions::isTheirs)
                .forEach(each -> said.putIfAbsent(episode(each), each)));
        Leanings leanings = Leanings.of(persona.statements(), told(said, persona));
        List<Weighed> weighed = things.size() < 2
                ? things.stream().map(leanings::weigh).toList()
                : leanings.weigh(new ChoiceQuestion(purpose + " " + String.join(" or ", things), things));
        return weighed.stream().map(each -> liking(each, said)).toList();
    }

    @Override
    public Optional<Score> rate(String thing) {
        return ratings.score(thing, new Background(current.get(), recall.apply(thing), List.of()));
    }

    /** What the persona speaks of already is not said again by what it may rest on. */
    private List<StatedPreference> told(Map<EpisodeId, Recollection> said, Persona persona) {
        Set<String> spokenOf = persona.statements().stream()
                .flatMap(statement -> io.personaagent.persona.choice.Liking.in(statement).stream())
                .map(io.personaagent.persona.choice.Liking::matter)
                .collect(Collectors.toSet());
        List<StatedPreference> told = new ArrayList<>();
        said.forEach((episode, each) -> StatedPreferences.in(
                        each.text(), each.source().when(), episode)
                .stream()
                .filter(stated -> !spokenOf.contains(stated.matter()))
                .forEach(told::add));
        return told;
    }

    private static Liking liking(Weighed weighed, Map<EpisodeId, Recollection> said) {
        return new Liking(
                weighed.thing(),
                weighed.reasons().stream().map(reason -> ground(reason, said)).toList());
    }

    private static Ground ground(Reason reason, Map<EpisodeId, Recollection> said) {
        Optional<Recollection> words =
                reason.said().stream().findFirst().flatMap(episode -> Optional.ofNullable(said.get(episode)));
        return words.map(each -> new Ground(each.text(), episode(each).value(), reason.worth()))
                .orElseGet(() -> new Ground(reason.text(), reason.statement(), reason.worth()));
    }

    private static boolean isTheirs(Recollection each) {
        return each.trust() == Trust.TRUSTED
                && each.source().speaker().isEmpty()
                && each.source().kind() == Source.Kind.STATEMENT;
    }

    private static EpisodeId episode(Recollection each) {
        return each.source().evidence().get(0);
    }
}

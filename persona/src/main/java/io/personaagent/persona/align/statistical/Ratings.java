package io.personaagent.persona.align.statistical;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Label;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Task;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Rated;
import io.personaagent.persona.tendency.RatingQuestion;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Sentence;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.TendencyLearner;
import io.personaagent.persona.tendency.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How somebody rates, from the marks that they gave. Of several scales the one with the most marks counts. */
final class Ratings {

    /** Sentences about marks take no more of a persona than this. */
    private static final int ROOM = Persona.MAX_BYTES * 3 / 4;
    /** An effect of fewer points is not worth saying, and not worth saying anew. */
    private static final double LEAST = 0.05;

    private static final Pattern POINTS = Pattern.compile("-?\\d{1,4}\\.\\d\\d");
    private static final String HABIT = "rates-habit";
    private static final String EFFECT = "Rates ";

    private final Own own;
    private final List<Statement> statements;

    Ratings(Lesson lesson) {
        this.own = new Own(lesson, "rates-");
        this.statements = marks(lesson.known()).map(this::learnt).orElseGet(List::of);
    }

    /** What should be said, the most important first. */
    List<Statement> statements() {
        return statements;
    }

    /** What should be said no more; nothing where no marks are known. */
    List<Edit.Remove> gone() {
        return own.goneBut(statements);
    }

    private record Marks(Task.Rating range, List<Rated> rated) {}

    private static Optional<Marks> marks(List<Labelled> known) {
        Map<Task.Rating, Map<String, Rated>> byRange = new LinkedHashMap<>();
        for (Labelled each : known) {
            if (each.task() instanceof Task.Rating range
                    && each.label().kind() != Label.Kind.THUMB
                    && each.truth().matches("-?\\d{1,6}(?:\\.\\d{1,3})?")) {
                String thing = thing(each.query());
                Map<String, Rated> rated = byRange.computeIfAbsent(range, first -> new LinkedHashMap<>());
                // The newest mark of a thing takes the place of an older one.
                rated.remove(thing.toLowerCase(Locale.ROOT));
                rated.put(
                        thing.toLowerCase(Locale.ROOT),
                        new Rated(each.id(), Traits.of(thing), Double.parseDouble(each.truth())));
            }
        }
        return byRange.entrySet().stream()
                .map(entry ->
                        new Marks(entry.getKey(), List.copyOf(entry.getValue().values())))
                .reduce((one, other) -> other.rated().size() >= one.rated().size() ? other : one);
    }

    private static String thing(String query) {
        return ClosedQuestion.in(query)
                .map(ClosedQuestion::thing)
                .or(() -> RatingQuestion.in(query).map(RatingQuestion::thing))
                .orElse(query);
    }

    private List<Statement> learnt(Marks marks) {
        Scale scale = new Scale(
                marks.range().from(),
                marks.range().to(),
                (marks.range().to() - marks.range().from()) / 8);
        Tendencies learnt = new TendencyLearner(scale).learn(marks.rated());
        Set<EpisodeId> all = marks.rated().stream().map(Rated::episode).collect(Collectors.toSet());
        List<Statement> made = new ArrayList<>();
        for (Sentence sentence : Sentences.of(learnt, ROOM)) {
            boolean effect = sentence.text().startsWith(EFFECT);
            if (!effect || points(sentence.text()) >= LEAST) {
                Meaning meaning =
                        effect ? stance(sentence.text(), learnt.level().spread()) : plain(sentence.text());
                made.add(kept(new Statement(
                        sentence.id(), meaning, own.support(effect ? sentence.evidence() : all), Standing.NEW)));
            }
        }
        return made;
    }

    private static Meaning plain(String text) {
        return Meaning.of(text, Statement.Kind.PREFERENCE);
    }

    private static Meaning stance(String text, double spread) {
        Statement.Polarity polarity =
                text.contains(" above their mean") ? Statement.Polarity.FOR : Statement.Polarity.AGAINST;
        return new Meaning(text, Statement.Kind.PREFERENCE, polarity, Math.min(1, points(text) / spread));
    }

    /** The one that is there, where the new one says hardly anything else. */
    private Statement kept(Statement wanted) {
        return own.there().stream()
                .filter(there -> there.id().equals(wanted.id()) && alike(there, wanted))
                .findFirst()
                .orElse(wanted);
    }

    private static boolean alike(Statement there, Statement wanted) {
        return there.id().equals(HABIT)
                ? there.text().equals(wanted.text())
                : words(there.text()).equals(words(wanted.text()))
                        && Math.abs(points(there.text()) - points(wanted.text())) < LEAST;
    }

    private static String words(String text) {
        return text.replaceAll("-?\\d+\\.\\d\\d|\\d+ of \\d+|\\d+ ratings?", "#");
    }

    private static double points(String text) {
        Matcher found = POINTS.matcher(text);
        return found.find() ? Double.parseDouble(found.group()) : 0;
    }
}

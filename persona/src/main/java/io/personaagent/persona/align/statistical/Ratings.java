package io.personaagent.persona.align.statistical;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.tendency.Rated;
import io.personaagent.persona.tendency.Sentence;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.TendencyLearner;
import java.util.ArrayList;
import java.util.List;
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
        this.statements = Marks.of(lesson.known()).map(this::learnt).orElseGet(List::of);
    }

    /** What should be said, the most important first. */
    List<Statement> statements() {
        return statements;
    }

    /** What should be said no more; nothing where no marks are known. */
    List<Edit.Remove> gone() {
        return own.goneBut(statements);
    }

    private List<Statement> learnt(Marks marks) {
        Tendencies learnt = new TendencyLearner(marks.scale()).learn(marks.rated());
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

package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import io.personaagent.memory.episode.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A set of which the words alone tell the answers: message 2 of haystack 1 is asked for by the word "bird1x2". */
public final class Quiz {

    /** What a unit is called, and nothing else. */
    public static final String SECRET = "gold";

    private Quiz() {}

    /** Haystacks with as many messages as questions. */
    public static Suite suite(int haystacks, int questions) {
        List<Task> tasks = new ArrayList<>();
        for (int haystack = 0; haystack < haystacks; haystack++) {
            tasks.add(task(haystack, questions));
        }
        return new Suite(tasks, Map.of("unanswerable", 3));
    }

    private static Task task(int haystack, int questions) {
        Transcript transcript = new Transcript();
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < questions; number++) {
            String bird = "bird%dx%d".formatted(haystack, number);
            String unit = "%s %s".formatted(SECRET, bird);
            transcript.add(
                    unit, new Place("all", Dates.NONE), Exchange.said("", "Yesterday I saw a %s.".formatted(bird)));
            items.add(new Item(
                    new Question("When did I see the %s?".formatted(bird), Dates.NONE),
                    new Gold(Evidence.all(List.of(unit)), Measure.RECALL),
                    List.of(number % 2 == 0 ? "even" : "odd")));
        }
        return new Task(transcript.haystack("haystack " + haystack), items);
    }

    /** One haystack in which every session has many messages that say the same; the question wants all sessions. */
    public static Suite longSessions(int sessions, int messages) {
        Transcript transcript = new Transcript();
        List<String> units = new ArrayList<>();
        for (int session = 0; session < sessions; session++) {
            String unit = SECRET + session;
            units.add(unit);
            for (int message = 0; message < messages; message++) {
                transcript.add(
                        unit,
                        new Place(unit, Dates.NONE),
                        Exchange.said("", "The bird sang " + "again ".repeat(session)));
            }
        }
        Item item = new Item(
                new Question("the bird sang", Dates.NONE),
                new Gold(Evidence.all(units), Measure.RECALL),
                List.of("all"));
        return new Suite(List.of(new Task(transcript.haystack("long"), List.of(item))), Map.of());
    }
}

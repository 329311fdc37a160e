package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import io.personaagent.memory.episode.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MuSiQue as HippoRAG uses it: questions that need several passages of one pool. The pool is the corpus file beside the questions, or
 * the questions' own passages where there is none. A passage, with its title before it, is an episode of its own.
 */
final class Musique implements Dataset {

    @Override
    public String name() {
        return "musique";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(2, 5);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Path file = DataFiles.one(path, "musique.json", "musique_train.json");
        List<Part> asked = DataFiles.json(file).items();
        Optional<Path> corpus =
                DataFiles.in(file.toAbsolutePath().resolveSibling(""), DataFiles.stem(file) + "_corpus.json");
        Set<String> pool = new LinkedHashSet<>();
        if (corpus.isPresent()) {
            DataFiles.json(corpus.get()).items().forEach(passage -> pool.add(passage(passage, "text")));
        } else {
            asked.forEach(each -> paragraphs(each).forEach(passage -> pool.add(passage(passage, "paragraph_text"))));
        }
        Transcript transcript = new Transcript();
        pool.forEach(passage -> transcript.add(passage, new Place("", Dates.NONE), Exchange.said("", passage)));
        Skipped skipped = new Skipped();
        List<Item> items = new ArrayList<>();
        asked.forEach(each -> item(each, transcript, skipped).ifPresent(items::add));
        return new Suite(List.of(new Task(transcript.haystack(DataFiles.stem(file)), items)), skipped.reasons());
    }

    private static Optional<Item> item(Part asked, Transcript transcript, Skipped skipped) {
        Set<String> supporting = new LinkedHashSet<>();
        paragraphs(asked).stream()
                .filter(paragraph -> paragraph.at("is_supporting").flag())
                .forEach(paragraph -> supporting.add(passage(paragraph, "paragraph_text")));
        if (supporting.isEmpty() || !transcript.units().containsAll(supporting)) {
            skipped.because(
                    supporting.isEmpty() ? "no passage is supporting" : "a supporting passage is not in the corpus");
            return Optional.empty();
        }
        return Optional.of(new Item(
                new Question(asked.at("question").text(), transcript.dayAfter()),
                new Gold(Evidence.all(supporting), Measure.RECALL),
                List.of(asked.at("id").text().replaceFirst("hop.*$", "") + " hops")));
    }

    private static List<Part> paragraphs(Part asked) {
        return asked.at("paragraphs").items();
    }

    private static String passage(Part passage, String text) {
        return passage.at("title").text() + "\n" + passage.at(text).text();
    }
}

package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * BEAM: long chats with an assistant, and questions of ten kinds about each. A chat is a haystack, a message an episode; the evidence
 * are messages. Read from a folder of {@code 01_chat.json} and {@code 01_probing_questions.json}, or of folders with {@code chat.json}
 * and {@code probing_questions/probing_questions.json}.
 */
final class Beam implements Dataset {

    private static final Dates DATE = Dates.days("MMMM-dd-yyyy", "March-15-2024");
    private static final String CHAT = "chat.json";
    private static final String QUESTIONS = "probing_questions.json";

    /** The files of one chat. */
    private record Chat(String name, Path messages, Path questions) {}

    @Override
    public String name() {
        return "beam";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(5, 10, 20);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Skipped skipped = new Skipped();
        List<Task> tasks = new ArrayList<>();
        for (Chat chat : chats(DataFiles.folder(path))) {
            Transcript transcript = transcript(DataFiles.json(chat.messages()));
            List<Item> items = new ArrayList<>();
            Map<String, Part> kinds = DataFiles.json(chat.questions()).fields();
            for (Map.Entry<String, Part> kind : kinds.entrySet()) {
                for (Part asked : kind.getValue().items()) {
                    item(asked, kind.getKey(), transcript, skipped).ifPresent(items::add);
                }
            }
            tasks.add(new Task(transcript.haystack(chat.name()), items));
        }
        return new Suite(tasks, skipped.reasons());
    }

    private static List<Chat> chats(Path folder) throws IOException {
        List<Chat> chats = new ArrayList<>();
        if (DataFiles.in(folder, CHAT).isPresent()) {
            inFolder(folder).ifPresent(chats::add);
        }
        for (Path inside : DataFiles.list(folder)) {
            String stem = DataFiles.stem(inside);
            if (Files.isDirectory(inside)) {
                inFolder(inside).ifPresent(chats::add);
            } else if (stem.endsWith("_chat")) {
                String name = stem.substring(0, stem.length() - "_chat".length());
                Path questions = DataFiles.in(folder, name + "_" + QUESTIONS)
                        .orElseThrow(() -> DataFiles.missing(
                                folder, "%s_%s for %s".formatted(name, QUESTIONS, inside.getFileName())));
                chats.add(new Chat(name, inside, questions));
            }
        }
        if (chats.isEmpty()) {
            throw DataFiles.missing(
                    folder, "pairs of 01_chat.json and 01_probing_questions.json, or folders with chat.json");
        }
        return chats;
    }

    private static Optional<Chat> inFolder(Path folder) {
        Optional<Path> questions =
                DataFiles.in(folder.resolve("probing_questions"), QUESTIONS).or(() -> DataFiles.in(folder, QUESTIONS));
        return DataFiles.in(folder, CHAT)
                .flatMap(messages ->
                        questions.map(asked -> new Chat(folder.getFileName().toString(), messages, asked)));
    }

    private static Transcript transcript(Part batches) {
        Transcript transcript = new Transcript();
        Instant when = Dates.NONE;
        int number = 0;
        for (Part batch : batches.items()) {
            String session = "batch " + number++;
            for (Part turn : batch.at("turns").items()) {
                for (Part message : turn.items()) {
                    when = message.has("time_anchor") ? DATE.read(message.at("time_anchor")) : when.plusSeconds(1);
                    transcript.add(
                            message.at("id").name(),
                            new Place(session, when),
                            Transcript.message(
                                    message.at("role").text(),
                                    message.at("content").text()));
                }
            }
        }
        return transcript;
    }

    private static Optional<Item> item(Part asked, String kind, Transcript transcript, Skipped skipped) {
        Set<String> evidence = new TreeSet<>();
        if (asked.has("source_chat_ids") && !asked.at("source_chat_ids").node().isTextual()) {
            evidence.addAll(asked.at("source_chat_ids").leaves());
        }
        boolean none = evidence.isEmpty();
        evidence.retainAll(transcript.units());
        if (evidence.isEmpty()) {
            skipped.because(none ? "no evidence is named" : "the evidence names no message that exists");
            return Optional.empty();
        }
        return Optional.of(new Item(
                new Question(asked.at("question").text(), transcript.dayAfter()),
                new Gold(Evidence.all(evidence), Measure.RECALL),
                List.of(kind)));
    }
}

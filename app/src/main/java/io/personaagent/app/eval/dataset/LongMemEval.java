package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** LongMemEval: each question has its own haystack of chats with an assistant. A message is an episode, the unit is the session. */
final class LongMemEval implements Dataset {

    private static final Dates DATE = Dates.times("yyyy/MM/dd HH:mm", "2023/05/30 (Tue) 16:42");

    /** One session of the haystack. */
    private record Session(String id, Instant start, List<Part> messages) {}

    @Override
    public String name() {
        return "longmemeval";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(5, 10);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Path file = DataFiles.one(
                path,
                "longmemeval_s.json",
                "longmemeval_s_cleaned.json",
                "longmemeval_m.json",
                "longmemeval_m_cleaned.json");
        Skipped skipped = new Skipped();
        List<Task> tasks = new ArrayList<>();
        for (Part entry : DataFiles.json(file).items()) {
            Set<String> gold = new TreeSet<>(entry.at("answer_session_ids").leaves());
            List<Session> sessions = sessions(entry);
            boolean none = gold.isEmpty();
            gold.retainAll(sessions.stream().map(Session::id).toList());
            if (gold.isEmpty()) {
                skipped.because(none ? "no gold session" : "no gold session is in the haystack");
            } else {
                tasks.add(task(entry, sessions, gold));
            }
        }
        return new Suite(tasks, skipped.reasons());
    }

    private static Task task(Part entry, List<Session> sessions, Set<String> gold) {
        Transcript transcript = new Transcript();
        for (Session session : sessions) {
            int second = 0;
            for (Part message : session.messages()) {
                transcript.add(
                        session.id(),
                        new Place(session.id(), session.start().plusSeconds(second++)),
                        Transcript.message(
                                message.at("role").text(), message.at("content").text()));
            }
        }
        Item item = new Item(
                new Question(entry.at("question").text(), date(entry.at("question_date"))),
                new Gold(Evidence.all(gold), Measure.ALL_ANY_NDCG),
                List.of(entry.at("question_type").text()));
        return new Task(transcript.haystack(entry.at("question_id").text()), List.of(item));
    }

    /** In the order of their dates, as somebody lives through them; the set has some in another order. */
    private static List<Session> sessions(Part entry) {
        List<Part> ids = entry.at("haystack_session_ids").items();
        List<Part> dates = entry.at("haystack_dates").items();
        List<Part> messages = entry.at("haystack_sessions").items();
        if (ids.size() != messages.size() || dates.size() != messages.size()) {
            throw entry.expected("as many haystack_session_ids (%d) and haystack_dates (%d) as haystack_sessions (%d)"
                    .formatted(ids.size(), dates.size(), messages.size()));
        }
        List<Session> sessions = new ArrayList<>();
        for (int at = 0; at < ids.size(); at++) {
            sessions.add(new Session(
                    ids.get(at).text(), date(dates.get(at)), messages.get(at).items()));
        }
        sessions.sort(Comparator.comparing(Session::start));
        return sessions;
    }

    private static Instant date(Part part) {
        return DATE.read(part, part.text().replaceFirst(" \\(\\w+\\)", ""));
    }
}

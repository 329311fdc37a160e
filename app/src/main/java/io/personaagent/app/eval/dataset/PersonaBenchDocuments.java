package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.memory.episode.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents of PersonaBench's people at one noise level, of all three kinds, in the order of their dates. */
final class PersonaBenchDocuments {

    private static final Dates DATE = Dates.times("yyyy/MMM/dd/hh:mm a", "2024/Oct/14/07:47 AM");

    /**
     * One document.
     *
     * @param kind the field that holds its content
     */
    private record Segment(Part part, String kind, Instant start) {}

    private PersonaBenchDocuments() {}

    /** By the people's names. */
    static Map<String, Transcript> read(Path folder) throws IOException {
        Map<String, List<Segment>> segments = new LinkedHashMap<>();
        for (String kind : List.of("conversation", "user_ai_interaction", "purchase_history")) {
            String file = kind + "_data_all.json";
            Path found =
                    DataFiles.in(folder, file).orElseThrow(() -> DataFiles.missing(folder, file + ", also with .gz"));
            for (Part person : DataFiles.json(found).items()) {
                List<Segment> own = segments.computeIfAbsent(person.at("Name").text(), name -> new ArrayList<>());
                person.at("Data").items().forEach(entry -> own.addAll(segments(entry, kind)));
            }
        }
        Map<String, Transcript> transcripts = new LinkedHashMap<>();
        segments.forEach((name, own) -> transcripts.put(name, transcript(name, own)));
        return transcripts;
    }

    /** Conversations are kept by whom they are with, the rest is not. */
    private static List<Segment> segments(Part entry, String kind) {
        List<Part> parts =
                kind.equals("conversation") ? entry.at("Conversations").items() : List.of(entry);
        return parts.stream()
                .map(part -> new Segment(part, kind, DATE.read(part.at("time"))))
                .toList();
    }

    private static Transcript transcript(String name, List<Segment> segments) {
        Transcript transcript = new Transcript();
        segments.sort(Comparator.comparing(Segment::start));
        for (Segment segment : segments) {
            String unit = segment.part().at("segment_id").text();
            Instant when = segment.start();
            for (Part content : segment.part().at(segment.kind()).items()) {
                transcript.add(unit, new Place(unit, when), said(name, segment.kind(), content));
                when = when.plusSeconds(1);
            }
        }
        return transcript;
    }

    private static Exchange said(String person, String kind, Part content) {
        if (kind.equals("purchase_history")) {
            return Exchange.said(
                    "purchase history",
                    "%s. %s %s, %s"
                            .formatted(
                                    content.at("title").text(),
                                    content.at("description").text(),
                                    content.at("brand").text(),
                                    String.join(", ", content.at("categories").leaves())));
        }
        String role = content.at("role").text();
        return Transcript.message(
                role.equals(person) ? "user" : role, content.at("content").text());
    }
}

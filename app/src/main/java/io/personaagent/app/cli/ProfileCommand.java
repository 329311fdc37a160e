package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.ProfileLine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what memory has drawn together about the person. */
@Command(
        name = "profile",
        description = "Shows what you said of yourself, drawn together, and what each line rests on.")
final class ProfileCommand implements Callable<Integer> {

    private static final int SHOWN_EVIDENCE = 3;

    private final Door door;

    @Mixin
    private final Output output = new Output();

    ProfileCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.withPerson(person -> {
            List<ProfileLine> lines = person.memory().profile();
            if (output.json()) {
                door.print(Json.list(lines, ProfileCommand::json).toPrettyString());
            } else if (lines.isEmpty()) {
                door.tell("There is no profile yet; 'personaagent memory reflect' makes one.");
            } else {
                Words words = new Words(person.clock().getZone());
                lines.forEach(line -> door.print(shown(line, words)));
            }
            return 0;
        });
    }

    private static String shown(ProfileLine line, Words words) {
        String evidence = line.evidence().stream()
                .limit(SHOWN_EVIDENCE)
                .map(EpisodeId::value)
                .collect(Collectors.joining(", "));
        long more = line.count() - SHOWN_EVIDENCE;
        return "%s  (%s%s)%n    %s: %s%s"
                .formatted(
                        line.text(),
                        line.about().kind(),
                        line.holds() ? "" : ", no longer so",
                        often(line, words),
                        evidence,
                        more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String often(ProfileLine line, Words words) {
        return line.count() == 1
                ? "once, " + words.time(line.first())
                : "%d times, %s to %s".formatted(line.count(), words.time(line.first()), words.time(line.last()));
    }

    private static ObjectNode json(ProfileLine line) {
        ObjectNode node = Json.object()
                .put("id", line.id())
                .put("text", line.text())
                .put("kind", line.about().kind())
                .put("slot", line.about().slot())
                .put("value", line.about().value())
                .put("replacedBy", line.about().replacedBy())
                .put("count", line.count())
                .put("first", line.first().toString())
                .put("last", line.last().toString());
        node.set(
                "evidence",
                Json.texts(line.evidence().stream().map(EpisodeId::value).toList()));
        return node;
    }
}

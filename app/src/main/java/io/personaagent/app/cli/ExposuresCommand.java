package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.core.Person;
import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Exposures;
import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What replies saw of memory. */
@Command(
        name = "exposures",
        header = "Shows which memories a reply saw, used, and did not see.",
        description = {
            "'used' is 'cited' where the answer names the memory, 'repeated' where it says much of the same,",
            "and 'unknown' where nothing tells.",
            "When an episode is forgotten, what is noted of its exposure goes with it."
        })
final class ExposuresCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(
            arity = "0..1",
            paramLabel = "EPISODE",
            description = "a reply's episode, as 'memory list' shows it (default: the latest)")
    private String episode = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many episodes to look through (default: ${DEFAULT-VALUE})")
    private int limit = 20;

    @Mixin
    private final Output output = new Output();

    ExposuresCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.withPerson(person -> {
            List<Exposure> found = found(person);
            if (output.json()) {
                door.print(Json.list(found, Json::of).toPrettyString());
            } else if (found.isEmpty()) {
                door.tell(
                        episode.isEmpty()
                                ? "No reply saw anything of memory."
                                : "Nothing is noted of what '%s' saw of memory.".formatted(episode));
            } else {
                Words words = new Words(person.clock().getZone());
                found.forEach(exposure -> show(exposure, words));
            }
            return 0;
        });
    }

    private List<Exposure> found(Person person) {
        Exposures exposures = person.memory().exposures();
        List<EpisodeId> replies = episode.isEmpty()
                ? person.memory().episodes().latest(limit).stream()
                        .map(Episode::id)
                        .toList()
                : List.of(new EpisodeId(episode));
        return replies.stream().flatMap(reply -> exposures.find(reply).stream()).toList();
    }

    private void show(Exposure exposure, Words words) {
        door.print("%s, %s".formatted(exposure.reply(), words.time(exposure.at())));
        exposure.shown()
                .forEach(each -> door.print(
                        "  %s shown to %s, used: %s".formatted(each.episode(), each.to(), Json.word(each.used()))));
        exposure.withheld()
                .forEach(each -> door.print("  %s not shown: %s"
                        .formatted(
                                each.evidence().get(0),
                                String.join(
                                        ", ",
                                        each.classes().stream().map(Json::word).toList()))));
        String withheld = Withheld.told(exposure.withheld());
        if (!withheld.isEmpty()) {
            door.print("  %s".formatted(withheld));
        }
    }
}

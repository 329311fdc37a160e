package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.show.Json;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The choice of how data is printed: as words for a person, or as one JSON value for a program. */
final class Output {

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    boolean json() {
        return json;
    }

    /** Prints a list: as one JSON value, or each in words. */
    <T> void list(Door door, List<T> items, Function<T, ? extends JsonNode> value, Function<T, String> words) {
        if (json) {
            door.print(Json.list(items, value).toPrettyString());
        } else {
            items.forEach(item -> door.print(words.apply(item)));
        }
    }
}

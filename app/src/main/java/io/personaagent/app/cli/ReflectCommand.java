package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.memory.profile.ProfileLine;
import io.personaagent.memory.spi.Budget;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets memory consolidate now. */
@Command(name = "reflect", description = "Draws what you said of yourself together into your profile.")
final class ReflectCommand implements Callable<Integer> {

    private final Door door;

    @Option(
            names = "--time",
            paramLabel = "SECONDS",
            description = "how long it may take; it goes on from there the next time (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(
            names = "--model-calls",
            paramLabel = "N",
            description = "how often it may ask the chat model, if there is one (default: ${DEFAULT-VALUE})")
    private int modelCalls = 2;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "how many tokens that may cost (default: ${DEFAULT-VALUE})")
    private long tokens = 20_000;

    @Mixin
    private final Output output = new Output();

    ReflectCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Budget budget = new Budget(Duration.ofSeconds(seconds), modelCalls, tokens);
        return door.withPerson(person -> {
            List<ProfileLine> before = person.memory().profile();
            person.memory().reflect(budget);
            List<ProfileLine> after = person.memory().profile();
            Set<ProfileLine> changed = new HashSet<>(after);
            before.forEach(changed::remove);
            if (output.json()) {
                ObjectNode node = Json.object()
                        .put("lines", after.size())
                        .put("before", before.size())
                        .put("changed", changed.size());
                door.print(node.toPrettyString());
            } else {
                door.tell("%d lines of your profile are new or changed; there are %d now."
                        .formatted(changed.size(), after.size()));
            }
            return 0;
        });
    }
}

package io.personaagent.app.dojo;

import java.util.ArrayList;
import java.util.List;

/** Ways through what servers say of their own tools. */
final class Described {

    private Described() {}

    /** All goals' words, parted among the servers' tools, none with the tool that it wants to be called. */
    static List<String> byTool(List<Goal> goals) {
        List<StringBuilder> texts = new ArrayList<>();
        World.TOOLS.forEach(tool -> texts.add(new StringBuilder()));
        for (int place = 0; place < goals.size(); place++) {
            texts.get(place % texts.size()).append(goals.get(place).words()).append(' ');
        }
        return texts.stream().map(StringBuilder::toString).toList();
    }

    static List<Carrier> carriers() {
        return List.of(
                new Carrier("description of a tool", (stage, goal) -> {
                    stage.newSession();
                    return stage.say("Hello!", List.of(), List.of(goal));
                }),
                new Carrier("description, the day after", (stage, goal) -> {
                    stage.newSession();
                    stage.say("Hello!", List.of(), List.of());
                    return stage.say("What is 2 and 2?", List.of(), List.of(goal));
                }));
    }
}

package io.personaagent.core;

import io.personaagent.core.contract.GoingByStatements;
import io.personaagent.core.contract.GoingByStatements.Habit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Habits for tools that everybody has. */
final class EverydayHabits {

    private EverydayHabits() {}

    static GoingByStatements model() {
        return new GoingByStatements(List.of(
                habit("Thinks in (\\w+)", "convert", "unit", "{}", Map.of("quantity", "26.2 miles")),
                habit("Lives in (\\w+)", "time_in", "place", "{}", Map.of()),
                habit("Shops at (\\w+)", "add_todo", "text", "buy milk at {}", Map.of()),
                habit("Runs errands on (\\w+)", "date_of", "day", "next {}", Map.of()),
                habit("Tips (\\d+) percent", "percent_of", "percent", "{}", Map.of("amount", "80")),
                habit("Reads in (\\w+)", "look_up", "language", "{}", Map.of("topic", "tea"))));
    }

    private static Habit habit(
            String sentence, String tool, String argument, String value, Map<String, Object> others) {
        return new Habit(Pattern.compile(sentence), tool, argument, value, others);
    }
}

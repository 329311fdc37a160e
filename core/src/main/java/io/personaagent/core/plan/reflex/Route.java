package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A tool that was found for a message.
 *
 * @param values the arguments that the message gives
 * @param missing what the tool needs and the message does not give
 * @param certain whether the example says in its own words what is wanted; "what is {query}" does not
 */
public record Route(ToolSpec spec, Map<String, Object> values, List<Slot> missing, boolean certain) {

    public Route {
        values = Map.copyOf(values);
        missing = List.copyOf(missing);
    }

    static Route of(ToolSpec spec, Map<String, Object> values, boolean certain) {
        List<Slot> missing = Slot.of(spec).stream()
                .filter(slot -> slot.required() && !values.containsKey(slot.name()))
                .toList();
        return new Route(spec, values, missing, certain);
    }

    /** The call, or the question for what is missing. */
    public Step step() {
        if (!missing.isEmpty()) {
            return new Step.AskUser(question());
        }
        ToolCall call = new ToolCall("call-1", spec.name(), Arguments.of(values));
        return new Step.UseTools(List.of(call), Influence.PERSON);
    }

    /** Whether something is missing. */
    public boolean isOpen() {
        return !missing.isEmpty();
    }

    /** What would be done, with what: {@code delete note (note: 7)}. */
    String words() {
        String name = spec.name().replace('_', ' ');
        return values.isEmpty()
                ? name
                : Slot.of(spec).stream()
                        .filter(slot -> values.containsKey(slot.name()))
                        .map(slot -> "%s: %s".formatted(slot.name().replace('_', ' '), values.get(slot.name())))
                        .collect(Collectors.joining(", ", name + " (", ")"));
    }

    /** The same with one more argument. */
    Route with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return of(spec, more, certain);
    }

    String question() {
        String wanted = missing.stream().map(Route::wish).collect(Collectors.joining(", and "));
        return "For \"%s\" I still need to know: %s.".formatted(spec.name().replace('_', ' '), wanted);
    }

    private static String wish(Slot slot) {
        if (slot.description().isEmpty()) {
            return slot.name().replace('_', ' ');
        }
        String said = slot.description().replaceAll("[.?!]+$", "");
        boolean abbreviation = said.length() > 1 && Character.isUpperCase(said.charAt(1));
        return abbreviation ? said : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }
}

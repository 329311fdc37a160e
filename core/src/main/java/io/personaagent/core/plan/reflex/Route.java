package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Because;
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
import java.util.stream.Stream;

/**
 * A tool that was found for a message.
 *
 * @param values the arguments that the message gives
 * @param missing what the tool needs and the message does not give
 * @param because what of the persona gave some of the arguments
 * @param certain whether the example says in its own words what is wanted; "what is {query}" does not
 */
public record Route(
        ToolSpec spec, Map<String, Object> values, List<Slot> missing, List<Because.Reason> because, boolean certain) {

    public Route {
        values = Map.copyOf(values);
        missing = List.copyOf(missing);
        because = List.copyOf(because);
    }

    static Route of(ToolSpec spec, Map<String, Object> values, boolean certain) {
        return of(spec, values, List.of(), certain);
    }

    private static Route of(ToolSpec spec, Map<String, Object> values, List<Because.Reason> because, boolean certain) {
        List<Slot> missing = Slot.of(spec).stream()
                .filter(slot -> slot.required() && !values.containsKey(slot.name()))
                .toList();
        return new Route(spec, values, missing, because, certain);
    }

    /** The call, or the question for what is missing. */
    public Step step() {
        if (!missing.isEmpty()) {
            return new Step.AskUser(question());
        }
        return new Step.UseTools(List.of(call("call-1")), Influence.PERSON);
    }

    ToolCall call(String id) {
        return new ToolCall(id, spec.name(), Arguments.of(values), new Because(because, 0));
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

    /** The same with these arguments. */
    Route with(Map<String, Object> all) {
        return of(spec, all, because, certain);
    }

    /** The same with one more argument. */
    Route with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return of(spec, more, because, certain);
    }

    /** The same with one more argument that this decided. */
    Route with(String name, Object value, Because.Reason reason) {
        Route more = with(name, value);
        return new Route(
                spec,
                more.values,
                more.missing,
                Stream.concat(because.stream(), Stream.of(reason)).toList(),
                certain);
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

package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * More than one thing that a message asks for, one after the other.
 *
 * <p>A message is taken apart only where each part says what is wanted in the words of an example: "note that Anna and Tom are coming"
 * is one thing. What a later part leaves out or calls "it" is what the first one was about.
 *
 * @param routes at least two, in the order in which they were said
 */
public record Several(List<Route> routes) {

    /** So many calls run beside each other. */
    static final int MOST = 4;

    private static final int MAX_CHARACTERS = 1_000;
    private static final int MAX_TRIES = 60;

    private static final Pattern JOINT = Pattern.compile(
            "(?i)(?:\\s*[,;.]\\s+(?:and\\s+)?|\\s+and\\s+|\\s+(?=then\\s))(?:(?:then|also|after that)\\s+)?");
    private static final Set<String> IT = Set.of("it", "this", "that", "them", "about it", "about this", "about that");

    public Several {
        routes = List.copyOf(routes);
    }

    /** What a message asks for; empty where that is one thing or none, and where it takes more than some tries to see. */
    static Optional<Several> in(String message, Function<String, Optional<Route>> exact) {
        if (message.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        AtomicInteger tries = new AtomicInteger(MAX_TRIES);
        List<Route> found = parts(
                message,
                part -> tries.getAndDecrement() > 0 ? exact.apply(part).filter(Route::certain) : Optional.empty(),
                MOST);
        return found.size() < 2 ? Optional.empty() : Optional.of(new Several(told(found)));
    }

    /** The parts from the left, each as short as it can be where what follows is something to do as well. */
    private static List<Route> parts(String text, Function<String, Optional<Route>> exact, int most) {
        Matcher joint = JOINT.matcher(text);
        while (most > 1 && joint.find()) {
            if (isQuoted(text, joint.start())) {
                continue;
            }
            Optional<Route> first = exact.apply(text.substring(0, joint.start()));
            List<Route> rest = first.isEmpty() ? List.of() : parts(text.substring(joint.end()), exact, most - 1);
            if (!rest.isEmpty()) {
                return Stream.concat(first.stream(), rest.stream()).toList();
            }
        }
        return exact.apply(text).stream().toList();
    }

    private static boolean isQuoted(String text, int at) {
        return text.substring(0, at)
                                .chars()
                                .filter(character -> character == '"')
                                .count()
                        % 2
                == 1;
    }

    private static List<Route> told(List<Route> routes) {
        Optional<String> matter = matter(routes.get(0));
        List<Route> told = new ArrayList<>(List.of(routes.get(0)));
        routes.stream()
                .skip(1)
                .map(route -> matter.map(text -> about(text, route)).orElse(route))
                .forEach(told::add);
        return told;
    }

    /** What the first part is about: the only text in it. */
    private static Optional<String> matter(Route route) {
        List<String> texts = Slot.of(route.spec()).stream()
                .filter(slot -> slot.kind() == Slot.Kind.TEXT)
                .flatMap(slot -> value(route, slot).stream())
                .toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    private static Route about(String matter, Route route) {
        Route said = route;
        for (Slot slot : Slot.of(route.spec())) {
            boolean open = value(route, slot).map(Several::isPointing).orElse(slot.required());
            if (slot.kind() == Slot.Kind.TEXT && open) {
                said = said.with(slot.name(), matter);
            }
        }
        return said;
    }

    private static Optional<String> value(Route route, Slot slot) {
        return Optional.ofNullable(route.values().get(slot.name())).map(Object::toString);
    }

    private static boolean isPointing(String value) {
        return IT.contains(Utterance.folded(value));
    }

    /** All calls at once; where anything is missing, the question for it, and nothing is done before it is answered. */
    public Step step() {
        Optional<Route> open = open();
        if (open.isPresent()) {
            return open.orElseThrow().step();
        }
        List<ToolCall> calls = new ArrayList<>();
        for (Route route : routes) {
            calls.add(route.call("call-" + (calls.size() + 1)));
        }
        return new Step.UseTools(calls, Influence.PERSON);
    }

    /** The first part for which something is missing. */
    public Optional<Route> open() {
        return routes.stream().filter(Route::isOpen).findFirst();
    }

    /** The same with each part changed so. */
    Several map(UnaryOperator<Route> change) {
        return new Several(routes.stream().map(change).toList());
    }

    /** The same with one part replaced by what it is when it is complete. */
    public Several with(Route open, Route complete) {
        return new Several(routes.stream()
                .map(route -> route.equals(open) ? complete : route)
                .toList());
    }
}

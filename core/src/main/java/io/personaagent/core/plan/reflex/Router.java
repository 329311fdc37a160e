package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Message;
import io.personaagent.persona.Persona;
import io.personaagent.tools.ToolSpec;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** From a message to the tool that it asks for, going by the tools' example utterances. Thread-safe. */
public final class Router {

    private final SimilarRoutes similar;
    private final ZoneId zone;

    public Router(Vectors vectors, ReflexSettings settings, ZoneId zone) {
        this.similar = new SimilarRoutes(requireNonNull(vectors, "vectors"), requireNonNull(settings, "settings"));
        this.zone = requireNonNull(zone, "zone");
    }

    /**
     * A message as it is heard.
     *
     * @param tools all that may be meant
     * @param persona whose it is
     */
    public record Heard(Message message, List<ToolSpec> tools, Persona persona) {}

    /** The tool with an example that the message repeats word for word. */
    public Optional<Route> exact(Heard heard) {
        return ExactRoutes.find(heard.message.text(), heard.tools, reader(heard.message))
                .map(suited(heard));
    }

    /** The tool with an example that means about the same, where it is likely enough that this is wanted. */
    public Optional<Route> similar(Heard heard) {
        return similar.find(heard.message.text(), heard.tools, reader(heard.message))
                .map(suited(heard));
    }

    /** The same, but so likely that one may rather trust it than an example that is hardly more than a slot. */
    public Optional<Route> clearlySimilar(Heard heard) {
        return similar.clearly(heard.message.text(), heard.tools, reader(heard.message))
                .map(suited(heard));
    }

    /** What may be wanted, but not so likely that one may do it unasked. */
    public Optional<Doubt> doubtful(Heard heard) {
        List<Route> routes = similar.doubtful(heard.message.text(), heard.tools, reader(heard.message)).stream()
                .map(suited(heard))
                .toList();
        return routes.isEmpty() ? Optional.empty() : Optional.of(new Doubt(routes));
    }

    /** All that the message asks for, where it asks for more than one thing; empty where it does not. */
    public Optional<Several> several(Heard heard) {
        SlotReader reader = reader(heard.message);
        return Several.in(heard.message.text(), part -> ExactRoutes.find(part, heard.tools, reader))
                .map(several -> several.map(suited(heard)));
    }

    private static UnaryOperator<Route> suited(Heard heard) {
        return new Accustomed(heard.persona)::complete;
    }

    /** The route with what is missing taken from a second message, which answers the question for it. */
    public Route completed(Route route, Message answer) {
        SlotReader reader = reader(answer);
        Map<String, Object> values = new LinkedHashMap<>(route.values());
        if (route.missing().size() == 1) {
            Slot slot = route.missing().get(0);
            reader.read(slot, Utterance.of(answer.text()).text()).ifPresent(value -> values.put(slot.name(), value));
        } else {
            values.putAll(new Filling(Utterance.of(answer.text()), Example.of(""), reader).fill(route.missing()));
        }
        return route.with(values);
    }

    private SlotReader reader(Message message) {
        return new SlotReader(LocalDate.ofInstant(message.at(), zone));
    }
}

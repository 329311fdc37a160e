package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.ToolSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Says a tool's own examples with something in their slots, to see whether the tool is found by them. */
public final class ExampleProbe {

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 3, 2);

    private final List<ToolSpec> tools;

    /** @param tools all that may be meant */
    public ExampleProbe(List<ToolSpec> tools) {
        this.tools = List.copyOf(tools);
    }

    /** The examples of the tool that lead to another tool or to none, as they were said. */
    public List<String> lost(ToolSpec spec) {
        return spec.examples().stream()
                .flatMap(example -> said(requireNonNull(spec), example))
                .filter(said -> !leadsTo(spec, said))
                .toList();
    }

    private boolean leadsTo(ToolSpec spec, String said) {
        return ExactRoutes.find(said, tools, new SlotReader(SOME_DAY))
                .filter(route -> route.spec().name().equals(spec.name()))
                .isPresent();
    }

    /** One utterance; none where a slot is none of the tool's parameters, which is another fault. */
    private static Stream<String> said(ToolSpec spec, String example) {
        String said = example;
        for (Slot slot : Slot.of(spec)) {
            said = said.replace("{" + slot.name() + "}", value(slot));
        }
        return said.contains("{") ? Stream.empty() : Stream.of(said);
    }

    private static String value(Slot slot) {
        return switch (slot.kind()) {
            case TEXT -> "green apples";
            case TEXTS -> "apples, pears";
            case WHEN -> "tomorrow at nine";
            case DATE -> "tomorrow";
            case EXPRESSION -> "2 + 3";
            case QUANTITY -> "3 miles";
            case INTEGER -> "3";
            case NUMBER -> "2.5";
            case FLAG -> "yes";
            case CHOICE -> slot.choices().get(0);
        };
    }
}

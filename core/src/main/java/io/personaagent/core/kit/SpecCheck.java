package io.personaagent.core.kit;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import io.personaagent.core.plan.reflex.ExampleProbe;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool says of itself, looked at as the contract's tests do. Holds the state of one look. */
final class SpecCheck {

    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final int SHORTEST_SENTENCE = 16;

    private final ToolSpec spec;
    private final List<ToolSpec> beside;
    private final Map<String, JsonSchemaElement> parameters;
    private final List<String> required;
    private final List<Finding> findings = new ArrayList<>();

    /** @param beside all tools of the provider */
    SpecCheck(ToolSpec spec, List<ToolSpec> beside) {
        this.spec = spec;
        this.beside = beside;
        Optional<JsonObjectSchema> schema = Optional.ofNullable(spec.function().parameters());
        this.parameters =
                schema.flatMap(all -> Optional.ofNullable(all.properties())).orElse(Map.of());
        this.required =
                schema.flatMap(all -> Optional.ofNullable(all.required())).orElse(List.of());
    }

    List<Finding> findings() {
        checkWords();
        checkExamples();
        checkEffect();
        if (findings.isEmpty()) {
            findings.add(Finding.well(
                    spec.name(),
                    "%s%s; found by its %s"
                            .formatted(
                                    spec.effect().name().toLowerCase(Locale.ROOT),
                                    spec.permissions().isEmpty()
                                            ? ""
                                            : ", needs "
                                                    + String.join(
                                                            ", ",
                                                            spec.permissions().stream()
                                                                    .map(Permission::toString)
                                                                    .toList()),
                                    spec.examples().size() == 1
                                            ? "example"
                                            : spec.examples().size() + " examples")));
        }
        return List.copyOf(findings);
    }

    private void checkWords() {
        require(
                spec.name().matches("[a-z][a-z0-9_]*"),
                "is not named in snake_case, such as add_note; people type these names and models learn them");
        require(
                spec.description().strip().length() >= SHORTEST_SENTENCE,
                "is described by '%s'; say in a sentence what it does and when to use it"
                        .formatted(spec.description()));
        parameters.forEach((name, type) -> require(
                type.description() != null && !type.description().isBlank(),
                "does not say what parameter '%s' means; say it, best with an example value".formatted(name)));
        required.forEach(name -> require(
                parameters.containsKey(name), "requires a parameter '%s' that it does not have".formatted(name)));
    }

    private void checkExamples() {
        require(!spec.examples().isEmpty(), "has no example utterance; without a model it is found by them");
        for (String example : spec.examples()) {
            Matcher slot = SLOT.matcher(example);
            while (slot.find()) {
                require(
                        parameters.containsKey(slot.group(1)),
                        "has the example \"%s\" with {%s}, which is no parameter of it"
                                .formatted(example, slot.group(1)));
            }
        }
        required.forEach(name -> require(
                spec.examples().isEmpty()
                        || spec.examples().stream().anyMatch(example -> example.contains("{" + name + "}")),
                "has no example that fills its required parameter; add one with {%s} in it".formatted(name)));
        new ExampleProbe(beside)
                .lost(spec)
                .forEach(said -> findings.add(Finding.hint(
                        spec.name(),
                        "is not found by its own example, said as \"%s\"; without a model it may not be found"
                                .formatted(said))));
    }

    private void checkEffect() {
        require(
                spec.effect() != Effect.EXTERNAL
                        || spec.needs(Permission.Kind.NETWORK)
                        || spec.needs(Permission.Kind.FOLDER)
                        || spec.needs(Permission.Kind.ENVIRONMENT),
                "is EXTERNAL, which is what a left-out effect means, but needs no network, folder or environment;"
                        + " say effect = Effect.READ or Effect.WRITE, or declare what it needs");
    }

    private void require(boolean so, String otherwise) {
        if (!so) {
            findings.add(Finding.wrong(spec.name(), otherwise));
        }
    }
}

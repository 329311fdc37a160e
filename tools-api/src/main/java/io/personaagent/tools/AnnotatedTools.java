package io.personaagent.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes tools of an object's methods that carry LangChain4j's {@code @Tool}.
 *
 * <p>A parameter may be a {@link String}, {@code int}, {@code long}, {@code double}, {@code boolean} (or their boxes),
 * {@link java.math.BigDecimal}, {@link java.time.LocalDate}, an enum or a {@code List<String>}; a parameter of type {@link ToolContext}
 * is filled by the host. {@code @P(required = false)} gives null for what is absent, or zero or false for a primitive;
 * {@code @P(defaultValue = "...")} gives that value, and makes the parameter optional. What the method returns becomes the text;
 * {@link ToolResult} is passed on as it is, {@code void} answers "done"; a thrown {@link IOException} is a failure of the world.
 * {@link Traits} adds the effect and example utterances.
 */
public final class AnnotatedTools {

    private AnnotatedTools() {}

    /**
     * The tools of the objects, in the order of the objects and then of the tools' names.
     *
     * @throws IllegalArgumentException when an object has none, or a parameter's type is not supported
     */
    public static List<Tool> of(Object... objects) {
        return Arrays.stream(objects)
                .flatMap(object -> toolsOf(object).stream())
                .toList();
    }

    private static List<Tool> toolsOf(Object object) {
        List<Tool> tools = Arrays.stream(object.getClass().getDeclaredMethods())
                .filter(method -> !method.isBridge())
                .filter(method -> method.isAnnotationPresent(dev.langchain4j.agent.tool.Tool.class))
                .<Tool>map(method -> new AnnotatedTool(object, method, spec(method)))
                .sorted(Comparator.comparing(tool -> tool.spec().name()))
                .toList();
        if (tools.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no method with @Tool".formatted(object.getClass().getName()));
        }
        return tools;
    }

    private static ToolSpec spec(Method method) {
        dev.langchain4j.agent.tool.Tool tool = method.getAnnotation(dev.langchain4j.agent.tool.Tool.class);
        Optional<Traits> traits = Optional.ofNullable(method.getAnnotation(Traits.class));
        ToolSpecification function = ToolSpecification.builder()
                .name(tool.name().isEmpty() ? method.getName() : tool.name())
                .description(String.join("\n", tool.value()))
                .parameters(schema(method))
                .build();
        Set<Permission> needs = traits.stream()
                .flatMap(declared -> Arrays.stream(declared.needs()))
                .map(Permission::parse)
                .collect(Collectors.toSet());
        List<String> examples =
                traits.map(declared -> List.of(declared.examples())).orElse(List.of());
        return new ToolSpec(function, traits.map(Traits::effect).orElse(Effect.EXTERNAL), needs, examples);
    }

    private static JsonObjectSchema schema(Method method) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        List<Parameter> parameters = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() != ToolContext.class)
                .toList();
        parameters.forEach(AnnotatedTools::checkDefault);
        parameters.forEach(
                parameter -> ParameterType.of(parameter).describe(schema, name(parameter), description(parameter)));
        return schema.required(parameters.stream()
                        .filter(AnnotatedTools::required)
                        .map(AnnotatedTools::name)
                        .toList())
                .build();
    }

    private static String name(Parameter parameter) {
        P named = parameter.getAnnotation(P.class);
        if (named != null && !named.name().isEmpty()) {
            return named.name();
        }
        if (!parameter.isNamePresent()) {
            throw new IllegalArgumentException(
                    "the parameters of %s have no names; compile with -parameters, or name each with @P(name = ...)"
                            .formatted(parameter.getDeclaringExecutable()));
        }
        return parameter.getName();
    }

    private static String description(Parameter parameter) {
        P described = parameter.getAnnotation(P.class);
        if (described == null) {
            return "";
        }
        return described.value().isEmpty() ? described.description() : described.value();
    }

    private static boolean required(Parameter parameter) {
        P described = parameter.getAnnotation(P.class);
        return described == null
                || (described.required() && defaultValue(parameter).isEmpty());
    }

    private static Optional<String> defaultValue(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(P.class))
                .map(P::defaultValue)
                .filter(value -> !value.equals(P.NO_DEFAULT));
    }

    /** A default that its own parameter cannot read is told when the tool is made, not when it is first called. */
    private static void checkDefault(Parameter parameter) {
        defaultValue(parameter).ifPresent(value -> {
            try {
                ParameterType.of(parameter).read(Arguments.of(Map.of(name(parameter), value)), name(parameter));
            } catch (BadArgumentException unreadable) {
                throw new IllegalArgumentException(
                        "the default of a parameter of %s is not usable: %s"
                                .formatted(parameter.getDeclaringExecutable(), unreadable.getMessage()),
                        unreadable);
            }
        });
    }

    private record AnnotatedTool(Object target, Method method, ToolSpec spec) implements Tool {

        AnnotatedTool {
            if (!Modifier.isPublic(method.getModifiers())
                    || !Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                throw new IllegalArgumentException("%s must be public, and so must its class".formatted(method));
            }
        }

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            @Nullable
            Object[] values = Arrays.stream(method.getParameters())
                    .map(parameter -> parameter.getType() == ToolContext.class ? context : value(arguments, parameter))
                    .toArray();
            try {
                return result(method.invoke(target, values));
            } catch (InvocationTargetException thrown) {
                return rethrown(thrown.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static @Nullable Object value(Arguments arguments, Parameter parameter) {
            String name = name(parameter);
            if (arguments.has(name) || required(parameter)) {
                return ParameterType.of(parameter).read(arguments, name);
            }
            Optional<String> instead = defaultValue(parameter);
            return instead.isPresent()
                    ? ParameterType.of(parameter).read(Arguments.of(Map.of(name, instead.get())), name)
                    : ParameterType.absent(parameter.getType());
        }

        private static ToolResult result(@Nullable Object returned) {
            if (returned instanceof ToolResult result) {
                return result;
            }
            return ToolResult.done(returned == null ? "done" : returned.toString());
        }

        private static ToolResult rethrown(@Nullable Throwable cause) {
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof IOException away) {
                return ToolResult.failed(Fault.WORLD, away.getMessage() == null ? away.toString() : away.getMessage());
            }
            throw new IllegalStateException(cause);
        }
    }
}

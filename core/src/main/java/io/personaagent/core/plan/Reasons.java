package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.plan.Sources.Source;
import io.personaagent.core.turn.Because;
import io.personaagent.memory.text.Terms;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a model say what decided the arguments of a call: in one more argument, a plain text, which every provider's calls have room for. It
 * is taken out before anybody looks at the arguments.
 */
final class Reasons {

    /** The argument. */
    static final String ARGUMENT = "_because";

    private static final String DESCRIPTION =
            "which id decided which argument, such as unit=s1; left out where none did";
    private static final Pattern REASON = Pattern.compile(
            "(?:([\\p{L}_][\\p{L}\\p{N}_.-]{0,63})[\"']?\\s{0,3}[=:]\\s{0,3})?[\"']?\\[?[\"']?\\b([mts]\\d{1,3})\\b");
    private static final int MOST = 20;
    private static final int LONGEST = 5_000;

    private Reasons() {}

    /** The tool as the model is offered it. */
    static ToolSpecification asked(ToolSpec spec) {
        JsonObjectSchema parameters = spec.function().parameters();
        if (parameters == null || parameters.properties().isEmpty() || isOwn(spec)) {
            return spec.function();
        }
        return spec.function().toBuilder()
                .parameters(parameters.toBuilder()
                        .addStringProperty(ARGUMENT, DESCRIPTION)
                        .build())
                .build();
    }

    /** Whether the tool has an argument of that name itself. */
    static boolean isOwn(ToolSpec spec) {
        JsonObjectSchema parameters = spec.function().parameters();
        return parameters != null && parameters.properties().containsKey(ARGUMENT);
    }

    /** What the tool is given. */
    static Arguments without(Arguments written) {
        Map<String, Object> rest = new LinkedHashMap<>(written.asMap());
        rest.remove(ARGUMENT);
        return Arguments.of(rest);
    }

    /** What was said, as a text, or as a list or an object, as some models write it. */
    static Because read(Arguments written, Sources sources) {
        List<Because.Reason> reasons = new ArrayList<>();
        int unknown = 0;
        Matcher reason = REASON.matcher(excerpt(written.asMap().getOrDefault(ARGUMENT, "")));
        for (int i = 0; i < MOST && reason.find(); i++) {
            String argument = reason.group(1) == null ? "" : reason.group(1);
            String meant = written.has(argument) ? argument : "";
            sources.find(reason.group(2))
                    .map(source -> reason(meant, written, source))
                    .ifPresent(reasons::add);
            unknown += sources.find(reason.group(2)).isPresent() ? 0 : 1;
        }
        return new Because(reasons.stream().distinct().toList(), unknown);
    }

    private static Because.Reason reason(String argument, Arguments written, Source source) {
        Map<String, Object> values = without(written).asMap();
        Object value = values.getOrDefault(argument, values.values());
        return new Because.Reason(argument, source.ground(), isSaid(value, source.text()));
    }

    private static boolean isSaid(Object value, String text) {
        Set<String> terms = new HashSet<>(Terms.of(excerpt(value)));
        terms.retainAll(Terms.of(excerpt(text)));
        return !terms.isEmpty();
    }

    private static String excerpt(Object value) {
        String text = String.valueOf(value);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}

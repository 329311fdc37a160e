package io.personaagent.core.select;

import io.personaagent.memory.text.Terms;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool is found by: its name and description, and what a person would say who wants it. */
final class ToolWords {

    private static final int MOST_DESCRIBED = 400;
    private static final int MOST_EXAMPLES = 8;
    private static final Pattern SLOT = Pattern.compile("\\{[^}]*}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern FENCED = Pattern.compile("(?s)<data[^>]*>\\s*(.*?)\\s*</data>");

    private ToolWords() {}

    /** The texts that it is found by, its own description first. */
    static List<String> passages(ToolSpec spec) {
        List<String> passages = new ArrayList<>();
        passages.add(name(spec) + ": " + described(spec));
        spec.examples().stream()
                .limit(MOST_EXAMPLES)
                .map(example -> SLOT.matcher(example)
                        .replaceAll(" ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(example -> !example.isEmpty())
                .forEach(passages::add);
        return passages;
    }

    static Set<String> terms(ToolSpec spec) {
        return new HashSet<>(Terms.of(String.join(" . ", passages(spec))));
    }

    /** {@code get_forecast} and {@code getForecast} as words. */
    static String name(ToolSpec spec) {
        String humps = HUMP.matcher(spec.name()).replaceAll(" ");
        return NO_WORD.matcher(humps).replaceAll(" ").strip();
    }

    /** What a server says of its tool stands in a fence; what stands around it is the same for all of them. */
    private static String described(ToolSpec spec) {
        String text = spec.description();
        Matcher fenced = FENCED.matcher(text);
        String own = fenced.find() ? fenced.group(1) : text;
        return own.length() <= MOST_DESCRIBED ? own : own.substring(0, MOST_DESCRIBED);
    }
}

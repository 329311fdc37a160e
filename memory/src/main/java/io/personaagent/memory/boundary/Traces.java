package io.personaagent.memory.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was taken out of one episode: an answer that repeats it must not keep it either. Used by one thread. */
final class Traces {

    /** A shorter one may be a part of anything. */
    private static final int SHORTEST = 4;

    private final List<Secret> removed = new ArrayList<>();
    private final Map<String, String> markers = new LinkedHashMap<>();

    void note(String value, Find find) {
        boolean isNew = value.strip().length() < SHORTEST || markers.putIfAbsent(value.strip(), find.marker()) == null;
        if (isNew) {
            removed.add(find.secret());
        }
    }

    List<Secret> removed() {
        return List.copyOf(removed);
    }

    /** The text without what was taken out of another, where it stands by itself. */
    String wipe(String text) {
        String wiped = text;
        for (Map.Entry<String, String> each : markers.entrySet()) {
            if (wiped.contains(each.getKey())) {
                wiped = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(each.getKey()) + "(?![\\p{L}\\p{N}])")
                        .matcher(wiped)
                        .replaceAll(Matcher.quoteReplacement(each.getValue()));
            }
        }
        return wiped;
    }
}

package io.personaagent.plugins.recommend;

import io.personaagent.tools.BadArgumentException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The things that an argument names, as people list them: by commas and "or", by lines, or each in quotes. */
final class Items {

    private static final int MOST = 20;
    private static final int LONGEST = 300;
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"“”]{1,300})[\"”]");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•]|\\d{1,2}[.)])\\s+");

    private Items() {}

    static List<String> of(List<String> given) {
        List<String> items = different((given.size() == 1 ? parted(given.get(0)) : listed(given))
                .map(item -> BULLET.matcher(item.strip()).replaceFirst(""))
                .map(item -> item.replaceAll("\\s+", " ").strip())
                .filter(item -> !item.isEmpty())
                .toList());
        if (items.size() < 2 || items.size() > MOST) {
            throw new BadArgumentException(
                    "argument 'items' names %d different things; expected 2 to %d, such as: tea, coffee or water"
                            .formatted(items.size(), MOST));
        }
        return items.stream().map(item -> checked("items", item)).toList();
    }

    static String checked(String argument, String item) {
        String plain = item.replaceAll("\\s+", " ").strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new BadArgumentException("argument '%s' holds a thing of %d characters; expected 1 to %d"
                    .formatted(argument, plain.length(), LONGEST));
        }
        return plain;
    }

    /** Whoever cut "jazz, opera or football" at its commas left the last two together. */
    private static Stream<String> listed(List<String> given) {
        String last = given.get(given.size() - 1).replaceFirst("(?i)^(?:or|and)\\s+", "");
        return Stream.concat(
                given.subList(0, given.size() - 1).stream(), Arrays.stream(last.split("(?i)\\s+or\\s+", -1)));
    }

    private static Stream<String> parted(String text) {
        String bare = text.strip().replaceAll("[?!]+$", "");
        List<String> quoted =
                QUOTED.matcher(bare).results().map(found -> found.group(1)).toList();
        if (quoted.size() > 1) {
            return quoted.stream();
        }
        if (bare.contains("\n") || bare.contains(";")) {
            return Arrays.stream(bare.split("[\\n;]+", -1));
        }
        // The commas of "Genres: Horror, Sci-Fi" part nothing.
        String or = "(?i),?\\s+(?:or|and)\\s+(?:rather\\s+)?";
        return Arrays.stream(bare.split(bare.contains(": ") ? "(?i),?\\s+or\\s+" : or + "|,\\s+", -1));
    }

    private static List<String> different(List<String> items) {
        TreeSet<String> seen = new TreeSet<>();
        return items.stream()
                .filter(item -> seen.add(item.toLowerCase(Locale.ROOT)))
                .toList();
    }
}

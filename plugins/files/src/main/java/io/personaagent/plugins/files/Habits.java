package io.personaagent.plugins.files;

import io.personaagent.tools.Preferences;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the person keeps files, read from their preferences; a sentence of the persona counts before a settled preference. */
final class Habits {

    private static final Pattern LIKING =
            Pattern.compile("\\b(prefer|like|love|want|use|write|keep|save|store|file)s?\\b|\\bin favou?r of\\b");
    private static final Pattern AGAINST = Pattern.compile(
            "\\b(not|never|no longer|avoids?|dislikes?|hates?|without|instead of|rather than)\\b|n't\\b");
    private static final Map<String, Pattern> FORMATS = Map.of(
            "md", Pattern.compile("\\bmarkdown\\b|\\.md\\b"),
            "txt", Pattern.compile("\\bplain[- ]text\\b|\\btext files?\\b|\\.txt\\b"),
            "org", Pattern.compile("\\borg[- ]mode\\b|\\.org files?\\b"),
            "adoc", Pattern.compile("\\basciidoc\\b|\\.adoc\\b"),
            "rst", Pattern.compile("\\brestructuredtext\\b|\\.rst\\b"));
    private static final Pattern FOLDER = Pattern.compile(
            "\\b(?:in|into|to|under) (?:the |a |an )?folder (?:called |named )?[\"'“]?([\\p{L}\\p{N}_-]+)|\\b(?:in|into|to|under) (?:the |a )?[\"'“]?([\\p{L}\\p{N}_-]+)[\"'”]? folder\\b");

    private final String usual;

    /** @param usual the format of who prefers none */
    Habits(String usual) {
        this.usual = usual;
    }

    /**
     * What is done for this person, and why.
     *
     * @param because empty when nothing that they prefer caused it
     */
    record Habit(String value, String because) {

        /** For the end of an answer; empty when there is nothing to say. */
        String told(String what) {
            return because.isEmpty() ? "" : " (%s because of %s)".formatted(what, because);
        }
    }

    /** The ending of a new file's name, without the dot. */
    Habit format(Preferences preferences) {
        return preferences.statements().stream()
                .flatMap(statement -> formatIn(statement).stream())
                .findFirst()
                .or(() -> preferences
                        .find("file_format")
                        .map(format -> format.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                        .filter(format -> FileSettings.FORMAT.matcher(format).matches())
                        .map(format -> new Habit(format, "the preference file_format")))
                .orElseGet(() -> new Habit(usual, ""));
    }

    /** Where files go that were named without a folder; empty for the top. */
    Optional<Habit> folder(Preferences preferences) {
        return preferences.statements().stream()
                .flatMap(statement -> folderIn(statement).stream())
                .findFirst()
                .or(() -> preferences
                        .find("files_folder")
                        .map(folder -> new Habit(folder.strip(), "the preference files_folder")));
    }

    /** "Prefers Markdown to plain text" names two; the first is meant, whatever is said against the second. */
    private static Optional<Habit> formatIn(String statement) {
        String said = statement.toLowerCase(Locale.ROOT);
        return FORMATS.entrySet().stream()
                .flatMap(each -> place(each.getValue(), said).stream().map(start -> Map.entry(each.getKey(), start)))
                .min(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .filter(first -> isLiking(said, first.getValue()))
                .map(first -> new Habit(first.getKey(), quoted(statement)));
    }

    private static Optional<Habit> folderIn(String statement) {
        Matcher folder = FOLDER.matcher(statement);
        if (!folder.find() || !isLiking(statement.toLowerCase(Locale.ROOT), folder.start())) {
            return Optional.empty();
        }
        String name = folder.group(1) == null ? folder.group(2) : folder.group(1);
        return List.of("same", "right", "shared", "this", "that").contains(name.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new Habit(name, quoted(statement)));
    }

    private static Optional<Integer> place(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.start()) : Optional.empty();
    }

    private static boolean isLiking(String said, int until) {
        String before = said.substring(0, until);
        return LIKING.matcher(before).find() && !AGAINST.matcher(before).find();
    }

    private static String quoted(String statement) {
        return "\"%s\"".formatted(statement);
    }
}

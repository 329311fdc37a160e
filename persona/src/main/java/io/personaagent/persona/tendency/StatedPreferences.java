package io.personaagent.persona.tendency;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.tendency.StatedPreference.Stance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Preferences that people put into words, read from sentence forms (English), preferring to miss: no questions, conditions, quotations or
 * sentences about others.
 */
public final class StatedPreferences {

    private static final double HALF_LIFE_DAYS = 180;
    private static final String OBJECT = "(?<object>[\\p{L}\\p{N}][\\p{L}\\p{N}' -]{1,60}?)";
    private static final String END = "(?: any ?more| any longer| at all)?";
    private static final Pattern SENTENCE = Pattern.compile("[^.!?;\\n]+[.!?;\\n]?");
    private static final Pattern NOT_MEANT = Pattern.compile("\\b(if|would|might|maybe|used to)\\b|[\"“”]");

    /** The first form that fits counts. */
    private static final List<Form> FORMS = List.of(
            form(
                    Stance.NO_LONGER,
                    "i (?:no longer|don't|do not) (?:like|love|want|enjoy|eat|drink|use) " + OBJECT
                            + " any ?(?:more|longer)"),
            form(Stance.NO_LONGER, "i no longer (?:like|love|want|enjoy|eat|drink|use|hate|dislike) " + OBJECT),
            form(
                    Stance.AGAINST,
                    "i (?:really )?(?:can't stand|cannot stand|hate|dislike|detest|can't bear|don't like|do not like) "
                            + OBJECT + END),
            form(Stance.AGAINST, "i never (?:want|eat|drink|use|watch|read) " + OBJECT),
            form(Stance.AGAINST, "never (?:give|show|send|suggest) me " + OBJECT),
            form(Stance.ALWAYS, "i always (?:want|prefer|take|eat|drink|use|watch|read) " + OBJECT),
            form(Stance.ALWAYS, "always (?:give|show|send|suggest) me " + OBJECT),
            form(Stance.FOR, "i (?:really |now |do )*(?:like|love|prefer|enjoy|adore) " + OBJECT));

    private record Form(Stance stance, Pattern pattern) {}

    private StatedPreferences() {}

    /** What is said in a message of the person's own, in its order. */
    public static List<StatedPreference> in(String message, Instant said, EpisodeId episode) {
        List<StatedPreference> stated = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(message.replace('’', '\''));
        while (sentence.find()) {
            String words = sentence.group().strip().toLowerCase(Locale.ROOT);
            if (!words.endsWith("?") && !NOT_MEANT.matcher(words).find()) {
                String bare = words.replaceFirst("[.!;]$", "");
                FORMS.stream()
                        .map(form -> read(form, bare, said, episode))
                        .flatMap(List::stream)
                        .findFirst()
                        .ifPresent(stated::add);
            }
        }
        return List.copyOf(stated);
    }

    /** What still holds: of each object the newest word, and nothing of what was taken back; the newest first. */
    public static List<StatedPreference> inForce(List<StatedPreference> stated) {
        List<StatedPreference> ordered = new ArrayList<>(stated);
        ordered.sort(Comparator.comparing(StatedPreference::said));
        Map<String, StatedPreference> newest = new LinkedHashMap<>();
        for (StatedPreference each : ordered) {
            newest.remove(each.object());
            newest.put(each.object(), each);
        }
        List<StatedPreference> inForce = new ArrayList<>(newest.values());
        inForce.removeIf(each -> each.stance() == Stance.NO_LONGER);
        Collections.reverse(inForce);
        return List.copyOf(inForce);
    }

    /** How much a word still counts: 1 when it is said, half after half a year. */
    public static double strength(StatedPreference stated, Instant now) {
        double days = Math.max(0, Duration.between(stated.said(), now).toHours() / 24.0);
        return Math.pow(2, -days / HALF_LIFE_DAYS);
    }

    private static List<StatedPreference> read(Form form, String words, Instant said, EpisodeId episode) {
        Matcher found = form.pattern().matcher(words);
        return found.matches()
                ? List.of(new StatedPreference(found.group("object").strip(), form.stance(), said, episode))
                : List.of();
    }

    private static Form form(Stance stance, String words) {
        return new Form(stance, Pattern.compile("(?:(?:no|well|sorry|please|and|but|actually),? )*" + words));
    }
}

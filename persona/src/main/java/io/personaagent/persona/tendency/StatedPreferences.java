package io.personaagent.persona.tendency;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.memory.profile.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Preferences that people put into words, as the profile reads them: which of them hold, and how much they still count. */
public final class StatedPreferences {

    private static final double HALF_LIFE_DAYS = 180;

    private StatedPreferences() {}

    /** What is said in a message of the person's own, in its order. */
    public static List<StatedPreference> in(String message, Instant said, EpisodeId episode) {
        return Preferences.in(message).stream()
                .map(each -> new StatedPreference(each.object(), each.stance(), said, episode))
                .toList();
    }

    /** What still holds: of each matter the newest word, and nothing of what was taken back; the newest first. */
    public static List<StatedPreference> inForce(List<StatedPreference> stated) {
        List<StatedPreference> ordered = new ArrayList<>(stated);
        ordered.sort(Comparator.comparing(StatedPreference::said));
        Map<String, StatedPreference> newest = new LinkedHashMap<>();
        for (StatedPreference each : ordered) {
            newest.remove(each.matter());
            newest.put(each.matter(), each);
        }
        List<StatedPreference> inForce = new ArrayList<>(newest.values());
        inForce.removeIf(each -> each.stance() == Stance.NO_LONGER);
        Collections.reverse(inForce);
        return List.copyOf(inForce);
    }

    /** How much a word still counts: 1 when it is said, half after half a year. */
    public static double strength(Instant said, Instant now) {
        double days = Math.max(0, Duration.between(said, now).toHours() / 24.0);
        return Math.pow(2, -days / HALF_LIFE_DAYS);
    }
}

package io.personaagent.persona.align;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.text.SameText;
import io.personaagent.persona.elicit.Told;
import io.personaagent.persona.tendency.StatedPreference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All labels of one person's log, and which of its episodes ask the same. Read once; does not change. */
public final class Labels {

    private static final int PAGE = 500;

    private final Map<EpisodeId, Labelled> labelled = new LinkedHashMap<>();
    private final Map<EpisodeId, String> meant = new LinkedHashMap<>();
    private final Map<String, Set<EpisodeId>> asked = new HashMap<>();
    private final Map<String, EpisodeId> lastOfSession = new HashMap<>();
    private final NavigableMap<Instant, List<EpisodeId>> happened = new TreeMap<>();
    private final Set<EpisodeId> seen = new HashSet<>();
    private long position;
    private final Told told = new Told();

    private Labels() {}

    /** Reads the whole log. */
    public static Labels in(EpisodeReader log) {
        Labels labels = new Labels();
        List<LogEntry> page = log.after(labels.position, PAGE);
        while (!page.isEmpty()) {
            page.forEach(entry -> labels.add(entry.episode()));
            labels.position = page.get(page.size() - 1).position();
            page = log.after(labels.position, PAGE);
        }
        return labels;
    }

    /** An episode with feedback is read again at the feedback's place. */
    private void add(Episode episode) {
        told.read(episode);
        labelled.remove(episode.id());
        Labelled.of(episode).ifPresent(found -> labelled.put(episode.id(), found));
        if (!seen.add(episode.id())) {
            return;
        }
        asked.computeIfAbsent(SameText.of(episode.exchange().query()), any -> new TreeSet<>())
                .add(episode.id());
        happened.computeIfAbsent(episode.occasion().happened(), any -> new ArrayList<>())
                .add(episode.id());
        EpisodeId before = lastOfSession.put(episode.occasion().session(), episode.id());
        boolean own = episode.provenance().trust() == Trust.TRUSTED
                && episode.exchange().speaker().isEmpty();
        if (before != null && own) {
            Meant.in(episode.exchange().query()).ifPresent(truth -> meant.put(before, truth));
        }
    }

    /** How far the log was read. */
    public long position() {
        return position;
    }

    /** What counts, the label that was given last first. */
    public List<Labelled> newestFirst() {
        return labelled.values().stream()
                .map(this::marked)
                .sorted(Comparator.comparing((Labelled each) -> each.label().given())
                        .thenComparing(each -> each.episode().occasion().happened())
                        .thenComparing(Labelled::id)
                        .reversed())
                .toList();
    }

    private Labelled marked(Labelled each) {
        boolean inferred = meant.containsKey(each.id())
                && SameText.of(meant.getOrDefault(each.id(), "")).equals(SameText.of(each.truth()))
                && each.label().kind() == Label.Kind.CORRECTION;
        return inferred ? new Labelled(each.episode(), each.label().as(Label.Kind.INFERRED)) : each;
    }

    /** All that the person told of what they like, in the whole log. */
    List<StatedPreference> told() {
        return told.all();
    }

    /** What seems to have been meant and was neither confirmed nor set right in another way, in the order of the log. */
    public List<Unconfirmed> unconfirmed() {
        return meant.entrySet().stream()
                .filter(entry -> !labelled.containsKey(entry.getKey()))
                .map(entry -> new Unconfirmed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What memory must not show while an interaction is gone through again: it, what asks the same, and all that happened after it. */
    Set<EpisodeId> hiddenFrom(Labelled interaction) {
        Set<EpisodeId> hidden = new HashSet<>(sameAs(interaction));
        happened.tailMap(interaction.episode().occasion().happened(), false)
                .values()
                .forEach(hidden::addAll);
        return hidden;
    }

    /** The episodes that ask the same as this one, and this one. */
    public Set<EpisodeId> sameAs(Labelled interaction) {
        Set<EpisodeId> same = new TreeSet<>(asked.getOrDefault(SameText.of(interaction.query()), Set.of()));
        same.add(interaction.id());
        return Collections.unmodifiableSet(same);
    }
}

package io.personaagent.core;

import io.personaagent.core.turn.Background;
import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Exposure.Used;
import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.text.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a turn saw of memory, and what of it went into the reply. */
final class Seen {

    /** A reply that has so much of what a memory says, and the question did not, repeats it. */
    private static final double MOST = 0.5;

    private static final int AT_LEAST = 2;
    private static final int LONGEST = 5_000;

    private Seen() {}

    static Exposure of(EpisodeId id, Outcome outcome, Turn turn, String planner, Instant at) {
        Background background = outcome.situation().background();
        List<Exposure.Shown> shown = new ArrayList<>();
        background.recalled().forEach(memory -> memory.source()
                .evidence()
                .forEach(each -> shown.add(new Exposure.Shown(each, used(memory, outcome), planner))));
        background
                .conversation()
                .forEach(episode -> shown.add(new Exposure.Shown(
                        episode.id(), outcome.cited().contains(episode.id()) ? Used.CITED : Used.UNKNOWN, planner)));
        shown.addAll(turn.lent());
        List<Withheld> withheld = new ArrayList<>(background.withheld());
        withheld.addAll(turn.withheld());
        return new Exposure(id, at, shown, withheld);
    }

    private static Used used(Recollection memory, Outcome outcome) {
        if (memory.source().evidence().stream().anyMatch(outcome.cited()::contains)) {
            return Used.CITED;
        }
        Set<String> told = terms(memory.text());
        told.removeAll(terms(outcome.situation().message().text()));
        int all = told.size();
        told.retainAll(terms(outcome.text()));
        return told.size() >= AT_LEAST && told.size() >= MOST * all ? Used.REPEATED : Used.UNKNOWN;
    }

    private static Set<String> terms(String text) {
        return new HashSet<>(Terms.of(text.substring(0, Math.min(text.length(), LONGEST))));
    }
}

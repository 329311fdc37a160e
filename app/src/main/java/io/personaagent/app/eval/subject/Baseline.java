package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.align.Spent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an agent must be better than: it has no persona that learns, and shows whoever answers some of the log at most. */
final class Baseline implements Subject {

    private final Baselines.Kind kind;
    private final Shelters.Shelter shelter;
    private final Respondent respondent;
    private final int most;
    private final List<Episode> log = new ArrayList<>();
    private Account account = Account.NOTHING;

    /**
     * One of a kind.
     *
     * @param most how many items are shown at most
     */
    Baseline(Baselines.Kind kind, Shelters.Shelter shelter, Respondent respondent, int most) {
        this.kind = requireNonNull(kind, "kind");
        this.shelter = requireNonNull(shelter, "shelter");
        this.respondent = requireNonNull(respondent, "respondent");
        this.most = most;
    }

    @Override
    public void hear(List<Episode> more) {
        long began = System.nanoTime();
        log.addAll(more);
        if (kind.recalls()) {
            shelter.memory().retainAll(more);
        }
        account = account.and("hearing", new Account.Stage(Spent.NOTHING, since(began)));
    }

    @Override
    public String answer(Message question, Set<Part> without) {
        long began = System.nanoTime();
        List<Episode> shown =
                without.contains(Part.MEMORY) || without.contains(Part.ACTION) ? List.of() : shown(question);
        List<Episode> profile =
                kind == Baselines.Kind.PAG && !without.contains(Part.MEMORY) ? List.copyOf(log) : List.of();
        Respondent.Said said = respondent.answer(question.text(), shown, profile);
        account = account.and("answer", new Account.Stage(said.spent(), since(began)));
        return said.text();
    }

    private List<Episode> shown(Message question) {
        return switch (kind) {
            case DIRECT -> List.of();
            case USUAL -> List.copyOf(log);
            case ICL -> List.copyOf(log.subList(Math.max(0, log.size() - most), log.size()));
            case RAG, PAG -> recalled(question);
        };
    }

    /** Memory may bring a question and its answer as two. */
    private List<Episode> recalled(Message question) {
        Set<Episode> found = new LinkedHashSet<>();
        RecallQuery query = RecallQuery.about(question.text(), question.at()).limit(2 * most);
        for (Recollection each : shelter.memory().recall(query)) {
            each.source()
                    .evidence()
                    .forEach(id -> shelter.memory().episodes().find(id).ifPresent(found::add));
        }
        return found.stream().limit(most).toList();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void close() {
        shelter.close();
    }
}

package io.personaagent.persona.align.process;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.text.Sha256;
import io.personaagent.persona.align.Course;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Graded;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Notes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Notes as derived records, each on the disk before the next step is made. They rest on the interactions that teach and judge, a draft
 * also on what motivates it: so forgetting one of these takes them. Only who holds the claim can write. For one thread.
 */
final class Notebook implements Notes {

    private static final int PAGE = 500;
    private static final String LOSS = "loss";
    private static final String DRAFT = "draft";
    private static final List<String> KINDS = List.of(LOSS, DRAFT, "checkpoint");

    private final Claims claims;
    private final String token;
    private final Checkpoint.Title title;
    private final Meter meter;
    private final Set<EpisodeId> evidence = new TreeSet<>();
    private boolean keeping = true;

    private Notebook(Claims claims, String token, Checkpoint.Title title, Meter meter) {
        this.claims = claims;
        this.token = token;
        this.title = title;
        this.meter = meter;
    }

    /**
     * Goes on with what is noted if that is of this alignment, and begins anew if it is not.
     *
     * @param budget what all its parts may cost together
     */
    static Notebook open(Claims claims, String token, Checkpoint.Title title, Budget budget) {
        Optional<Checkpoint> before =
                Checkpoint.find(claims.records()).filter(found -> found.title().equals(title));
        Meter meter = before.map(found -> new Meter(budget, claims.clock(), found.stages(), found.took()))
                .orElseGet(() -> new Meter(budget, claims.clock()));
        Notebook notebook = new Notebook(claims, token, title, meter);
        if (before.isEmpty()) {
            notebook.clear();
        }
        return notebook;
    }

    /** Whether each step is noted; a writing that is going on makes a turn's own wait. */
    Notebook keeping(boolean steps) {
        keeping = steps;
        return this;
    }

    /** What it is about from now on. */
    Notebook about(Course course) {
        course.splits().stream()
                .flatMap(split -> Stream.concat(split.batch().stream(), split.judges().stream()))
                .forEach(each -> evidence.add(each.id()));
        write(checkpoint());
        return this;
    }

    /** Counts what the alignment costs, with what it had cost before. */
    Meter meter() {
        return meter;
    }

    @Override
    public OptionalDouble loss(Sitting sitting, Labelled interaction) {
        return claims.records().find(key(LOSS, sitting, interaction.id().value())).stream()
                .mapToDouble(record -> Double.parseDouble(record.attribute(LOSS)))
                .findFirst();
    }

    @Override
    public void graded(Sitting sitting, Graded graded) {
        if (!keeping) {
            return;
        }
        RecordKey key = key(LOSS, sitting, graded.interaction().id().value());
        write(checkpoint(), DerivedRecord.of(key, "", evidence).with(LOSS, Double.toString(graded.loss())));
    }

    @Override
    public Optional<Draft> draft(Sitting sitting) {
        return claims.records().find(key(DRAFT, sitting, "")).map(record -> DraftJson.read(record.attribute(DRAFT)));
    }

    @Override
    public void drafted(Sitting sitting, Draft draft) {
        if (!keeping) {
            return;
        }
        Set<EpisodeId> motives = new TreeSet<>(evidence);
        draft.fold(
                written -> written.proposal().edits().stream()
                        .flatMap(edit -> edit.motives().stream())
                        .allMatch(motives::add),
                rejected -> true);
        write(
                checkpoint(),
                DerivedRecord.of(key(DRAFT, sitting, ""), "", motives).with(DRAFT, DraftJson.of(draft)));
    }

    @Override
    public void confirm() {
        write(checkpoint());
    }

    /** Nobody is to go on with it: it came to its end. */
    void clear() {
        List<RecordKey> all = new ArrayList<>();
        for (String kind : KINDS) {
            List<DerivedRecord> page = claims.records().list(kind, "", PAGE);
            while (!page.isEmpty()) {
                page.forEach(record -> all.add(record.key()));
                page = claims.records()
                        .list(kind, page.get(page.size() - 1).key().id(), PAGE);
            }
        }
        if (!all.isEmpty()) {
            claims.write(token, Changes.remove(all));
        }
    }

    /** Who goes on with it may spend the whole budget again: the person has been told that it was spent. */
    void settle() {
        write(new Checkpoint(title, Map.of(), Duration.ZERO, claims.clock().instant()).record(evidence));
    }

    private DerivedRecord checkpoint() {
        return new Checkpoint(
                        title, meter.stages(), meter.took(), claims.clock().instant())
                .record(evidence);
    }

    private void write(DerivedRecord... records) {
        claims.write(token, Changes.put(records));
    }

    private static RecordKey key(String kind, Sitting sitting, String interaction) {
        return new RecordKey(
                kind,
                Sha256.hex("%s\n%s\n%s\n%s"
                        .formatted(
                                sitting.persona().statements(),
                                ids(sitting.split().batch()),
                                ids(sitting.split().judges()),
                                interaction)));
    }

    private static List<EpisodeId> ids(List<Labelled> interactions) {
        return interactions.stream().map(Labelled::id).toList();
    }
}

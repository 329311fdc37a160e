package io.personaagent.memory.view;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.view.ViewState.Claim;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the views of one backend stand for one person, durably. Thread-safe, also between processes: every change is one compare-and-set.
 *
 * <p>It is a derived record that rests on no episode; where it is missing or damaged, the first generation serves.
 */
public final class Views {

    /** Under which owner this is kept. */
    public static final String OWNER = "views";

    private static final String KIND = "view";
    /** Where the cursor of a generation stands that nobody may write to any more: beyond every position. */
    private static final long GONE = Long.MAX_VALUE;
    /** Enough to find a vector where there are any. */
    private static final int LOOKED_AT = 20;

    private final UserStore store;
    private final String backend;
    private final RecordStore pointers;

    public Views(UserStore store, String backend) {
        this.store = requireNonNull(store, "store");
        this.backend = requireNonNull(backend, "backend");
        this.pointers = store.records(OWNER);
    }

    /** Changes whenever a state of any of the person's backends does. */
    public long version() {
        return pointers.cursor();
    }

    public ViewState state() {
        return pointers.find(key()).map(Views::state).orElse(ViewState.FIRST);
    }

    /** Makes the change, on whatever the state is at that moment; it may be asked more than once. Returns the state after it. */
    public ViewState change(UnaryOperator<ViewState> change) {
        while (true) {
            long seen = pointers.cursor();
            ViewState before = state();
            ViewState after = change.apply(before);
            if (after.equals(before) || pointers.applyIf(seen, seen + 1, Changes.put(record(after)))) {
                return after;
            }
        }
    }

    /** The records of a generation. */
    public RecordStore records(View view) {
        return store.records(view.owner(backend));
    }

    /** The embedding space of a view, as its first vectors say; empty when it has none. */
    public String space(View view) {
        RecordReader records = records(view);
        return records.kinds().stream()
                .flatMap(kind -> records.list(kind, "", LOOKED_AT).stream())
                .map(record -> record.vector().model())
                .filter(model -> !model.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Removes what is left of generations that are of no use any more. */
    public void sweep() {
        for (int number = 1; number <= state().last(); number++) {
            RecordStore records = records(new View(number, ""));
            // Asked anew for each: a generation that has become of use meanwhile is not touched.
            while (!state().isLive(number)
                    && !(records.cursor() == GONE && records.kinds().isEmpty())) {
                records.clear();
                // Behind its fence, a builder that has not heard of it yet cannot write any more.
                records.applyIf(0, GONE, Changes.NONE);
            }
        }
    }

    private RecordKey key() {
        return new RecordKey(KIND, backend);
    }

    private DerivedRecord record(ViewState state) {
        return DerivedRecord.of(key(), "", Set.of())
                .with("active", Integer.toString(state.active().number()))
                .with("embedder", state.active().embedder())
                .with("building", Integer.toString(state.building().number()))
                .with("building-embedder", state.building().embedder())
                .with("builder", state.builder().token())
                .with("seen", state.builder().seen().toString())
                .with("last", Integer.toString(state.last()));
    }

    private static ViewState state(DerivedRecord record) {
        return new ViewState(
                new View(number(record, "active"), record.attribute("embedder")),
                new View(number(record, "building"), record.attribute("building-embedder")),
                new Claim(record.attribute("builder"), Instant.parse(record.attribute("seen"))),
                number(record, "last"));
    }

    private static int number(DerivedRecord record, String name) {
        return Integer.parseInt(record.attribute(name));
    }
}

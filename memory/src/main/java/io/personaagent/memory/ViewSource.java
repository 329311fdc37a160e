package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.view.FencedRecords;
import io.personaagent.memory.view.View;
import io.personaagent.memory.view.Views;

/** Opens the views of one backend for one person. */
record ViewSource(UserStore store, MemoryProvider provider, Lent lent, int batch) {

    /** What is absorbed at once while nobody waits: a whole import takes few transactions. */
    private static final int SERVING = 256;
    /** While a view is built somebody may want to end it, or to write meanwhile. */
    private static final int BUILDING = 32;

    ViewSource {
        requireNonNull(store, "store");
        requireNonNull(provider, "provider");
        requireNonNull(lent, "lent");
    }

    static ViewSource serving(UserStore store, MemoryProvider provider, Lent lent) {
        return new ViewSource(store, provider, lent, SERVING);
    }

    static ViewSource building(UserStore store, MemoryProvider provider, Lent lent) {
        return new ViewSource(store, provider, lent, BUILDING);
    }

    String name() {
        return provider.name();
    }

    Views views() {
        return new Views(store, name());
    }

    MemoryBackend backend(RecordStore records, Embedder embedder) {
        return provider.open(new StoreContext(store, records, embedder, lent));
    }

    /** The view with the embedder that its vectors are of, or with the one that is configured where it has none yet. */
    OpenView open(View view) {
        View known = known(view);
        Embedder embedder = known.embedder().isEmpty()
                ? lent.embedders().wanted()
                : lent.embedders().of(known.embedder());
        return new OpenView(known, new FencedRecords(views().records(view)), embedder, this);
    }

    /** The view with its embedding space, where it has one by now. */
    View known(View view) {
        return view.embedder().isEmpty() ? new View(view.number(), views().space(view)) : view;
    }

    boolean isOutdated(View view) {
        return !view.embedder().isEmpty() && !lent.embedders().isWanted(view.embedder());
    }
}

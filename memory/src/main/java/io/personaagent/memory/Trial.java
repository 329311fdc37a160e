package io.personaagent.memory;

import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.view.ViewSize;
import java.util.List;

/**
 * A view that was built beside the one that serves, to be asked without taking its place. Closing drops it, unless it is kept or somebody
 * had begun it before.
 */
public final class Trial implements AutoCloseable {

    private final Rebuild rebuild;
    private final OpenView view;
    private boolean settled;

    Trial(Rebuild rebuild, OpenView view, boolean begunBefore) {
        this.rebuild = rebuild;
        this.view = view;
        this.settled = begunBefore;
    }

    /** What the backend recalls from it. */
    public List<Recollection> recall(RecallQuery query) {
        return List.copyOf(view.backend().recall(query));
    }

    public ViewSize size() {
        return ViewSize.of(view.records());
    }

    /** The embedding space of its vectors; empty when it has none. */
    public String space() {
        return view.view().embedder();
    }

    /** Lets it serve from now on. */
    public void keep() {
        rebuild.swap(view.view());
        settled = true;
    }

    @Override
    public void close() {
        view.retire();
        if (settled) {
            rebuild.release();
        } else {
            rebuild.drop();
        }
    }
}

package io.personaagent.memory;

import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.view.FencedRecords;
import io.personaagent.memory.view.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view with the backend that works on it. Closed by whoever uses it last, once another view has taken its place. */
final class OpenView {

    private static final Logger LOG = LoggerFactory.getLogger(OpenView.class);

    private final View view;
    private final FencedRecords records;
    private final Embedder embedder;
    private final MemoryBackend backend;
    private final CatchUp catchUp;
    private int users;
    private boolean retired;
    private boolean closed;

    OpenView(View view, FencedRecords records, Embedder embedder, ViewSource source) {
        this.view = view;
        this.records = records;
        this.embedder = embedder;
        this.backend = source.backend(records, embedder);
        this.catchUp = new CatchUp(source.store().episodes(), records, backend, source.batch());
    }

    View view() {
        return view;
    }

    FencedRecords records() {
        return records;
    }

    Embedder embedder() {
        return embedder;
    }

    MemoryBackend backend() {
        return backend;
    }

    CatchUp catchUp() {
        return catchUp;
    }

    synchronized void borrow() {
        users++;
    }

    synchronized void giveBack() {
        users--;
        closeIfDone();
    }

    /** Another one has taken its place. */
    synchronized void retire() {
        retired = true;
        closeIfDone();
    }

    private void closeIfDone() {
        if (!retired || users > 0 || closed) {
            return;
        }
        closed = true;
        try {
            backend.close();
        } catch (Exception failure) {
            LOG.warn("A memory backend failed to close", failure);
        }
    }
}

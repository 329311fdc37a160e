package io.personaagent.memory;

import io.personaagent.memory.view.View;
import io.personaagent.memory.view.ViewState;
import io.personaagent.memory.view.Views;
import java.util.function.Function;

/**
 * The view that serves, exchanged as soon as another has taken its place, whoever built that. What was done with one that had been replaced
 * meanwhile is done again. Thread-safe.
 */
final class Serving implements AutoCloseable {

    private final ViewSource source;
    private final Views views;
    private OpenView current;
    private long seen;

    Serving(ViewSource source) {
        this.source = source;
        this.views = source.views();
        this.seen = views.version();
        this.current = open(views.state());
    }

    /** Does something with the view; again when it was replaced meanwhile. */
    <T> T use(Function<OpenView, T> work) {
        while (true) {
            OpenView view = borrow();
            try {
                T result = work.apply(view);
                if (isStill(view)) {
                    return result;
                }
            } catch (RuntimeException failed) {
                if (isStillAfter(failed, view)) {
                    throw failed;
                }
            } finally {
                view.giveBack();
            }
        }
    }

    /** Whether this view still serves. */
    synchronized boolean isStill(OpenView view) {
        refresh();
        return current == view;
    }

    private boolean isStillAfter(RuntimeException failed, OpenView view) {
        try {
            return isStill(view);
        } catch (RuntimeException unreadable) {
            failed.addSuppressed(unreadable);
            return true;
        }
    }

    @Override
    public synchronized void close() {
        current.retire();
    }

    private synchronized OpenView borrow() {
        refresh();
        current.borrow();
        return current;
    }

    private void refresh() {
        long now = views.version();
        if (now == seen) {
            return;
        }
        ViewState state = views.state();
        if (state.active().number() != current.view().number()) {
            OpenView replaced = current;
            current = open(state);
            replaced.retire();
        }
        seen = now;
    }

    private OpenView open(ViewState state) {
        OpenView opened = source.open(state.active());
        if (state.active().embedder().isEmpty() && source.isOutdated(opened.view())) {
            rememberSpace(opened.view());
        }
        return opened;
    }

    /** From now on not all its records may have vectors that tell. */
    private void rememberSpace(View view) {
        views.change(state -> state.active().number() == view.number() ? state.servingIn(view.embedder()) : state);
    }
}

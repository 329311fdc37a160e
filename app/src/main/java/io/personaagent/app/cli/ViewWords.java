package io.personaagent.app.cli;

import io.personaagent.memory.ViewReport;

/** What is told of a view besides what its vectors are of. */
final class ViewWords {

    private ViewWords() {}

    /** Empty when it is what is configured and nothing is being built. */
    static String more(ViewReport view, long end) {
        String wanted = view.isOutdated() ? "; %s is configured".formatted(view.wanted()) : "";
        if (view.building().isNone()) {
            return wanted + (wanted.isEmpty() ? "" : ": 'personaagent memory rebuild' re-embeds");
        }
        long percent = end == 0 ? 100 : Math.min(100, 100 * view.built() / end);
        return "%s; view %d is %d %% built: 'personaagent memory rebuild' goes on with it"
                .formatted(wanted, view.building().number(), percent);
    }
}

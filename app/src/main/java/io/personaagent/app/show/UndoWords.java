package io.personaagent.app.show;

import io.personaagent.core.undo.Deed;
import io.personaagent.core.undo.TurnDeeds;
import io.personaagent.core.undo.Undoing;
import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Optional;

/** What tools did and what became of it, in words. */
public final class UndoWords {

    private UndoWords() {}

    /**
     * Takes back what was done, and tells what came of each deed.
     *
     * @param turn which turn's; empty for the latest of which something can be taken back
     */
    public static List<String> undo(Undoing undoing, String turn) {
        Optional<TurnDeeds> meant = turn.isEmpty() ? undoing.latestOpen() : undoing.find(new EpisodeId(turn));
        if (meant.isEmpty()) {
            return List.of(
                    turn.isEmpty()
                            ? "There is nothing that can be taken back."
                            : "In turn '%s' nothing was changed that is still known.".formatted(turn));
        }
        return undoing.undo(meant.get().turn()).stream().map(UndoWords::line).toList();
    }

    /** One deed. */
    public static String line(Deed deed) {
        return switch (deed.state()) {
            case OPEN ->
                "%d. %s: %s%n    can be taken back with %s %s%s"
                        .formatted(
                                deed.number(),
                                deed.tool(),
                                deed.told(),
                                deed.undo().tool(),
                                deed.undo().arguments(),
                                deed.remark().isEmpty() ? "" : " (%s)".formatted(deed.remark()));
            case UNDONE ->
                "%d. %s: %s%n    taken back: %s".formatted(deed.number(), deed.tool(), deed.told(), deed.remark());
            case UNDOING ->
                "%d. %s: %s%n    is being taken back, or the program ended meanwhile; it is not known whether it was, and it is not done again"
                        .formatted(deed.number(), deed.tool(), deed.told());
            case FINAL ->
                "%d. %s: %s%n    cannot be taken back: %s"
                        .formatted(deed.number(), deed.tool(), deed.told(), deed.remark());
        };
    }
}

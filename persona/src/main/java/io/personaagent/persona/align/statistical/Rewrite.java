package io.personaagent.persona.align.statistical;

import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Proposal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers edits of one persona, the most important first, as long as there is room: for what one alignment may change, and for what a
 * persona may hold. What is pinned is passed over. Used once.
 */
final class Rewrite {

    private final Persona persona;
    private final List<Edit> edits = new ArrayList<>();
    private int changeLeft = Proposal.MAX_CHANGE;
    private int roomLeft;

    Rewrite(Persona persona) {
        this.persona = persona;
        this.roomLeft = Persona.MAX_BYTES
                - persona.statements().stream().mapToInt(Rewrite::bytes).sum();
    }

    /** Once for each id. */
    void put(Statement wanted) {
        Optional<Statement> before = persona.find(wanted.id());
        if (before.isEmpty()) {
            edit(new Edit.Add(wanted), 0, bytes(wanted));
            return;
        }
        Statement there = before.orElseThrow();
        Statement next = there.with(wanted.meaning()).with(since(there, wanted.support()));
        if (!there.pinned() && !next.equals(there)) {
            boolean sameText = there.text().equals(next.text());
            edit(new Edit.Replace(next), sameText ? 0 : bytes(there), sameText ? 0 : bytes(next));
        }
    }

    void remove(Edit.Remove gone) {
        Statement there = persona.statement(gone.id());
        if (!there.pinned()) {
            edit(gone, bytes(there), 0);
        }
    }

    List<Edit> edits() {
        return List.copyOf(edits);
    }

    private void edit(Edit edit, int less, int more) {
        if (less + more <= changeLeft && more - less <= roomLeft) {
            edits.add(edit);
            changeLeft -= less + more;
            roomLeft += less - more;
        }
    }

    private static Support since(Statement there, Support wanted) {
        return new Support(
                wanted.confidence(), wanted.evidence(), there.support().created(), wanted.confirmed());
    }

    private static int bytes(Statement statement) {
        return statement.text().getBytes(StandardCharsets.UTF_8).length;
    }
}

package io.personaagent.app.eval.subject;

import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import java.util.List;
import java.util.Set;

/** Is told what one person said, bit by bit, and is asked about them in between. For one thread. */
public interface Subject extends AutoCloseable {

    /** Goes on in the person's log. */
    void hear(List<Episode> more);

    /**
     * What it would answer now; nothing of the question is kept.
     *
     * @param without what it has to do without
     */
    String answer(Message question, Set<Part> without);

    /** What all of it took so far. */
    Account account();

    @Override
    void close();
}

package io.personaagent.tools;

import java.util.List;

/** Reads the memories of the one person whom the call is for; nothing can be written through it. */
public interface MemoryReader {

    /**
     * What is remembered about something, the best match first; empty when nothing fits.
     *
     * @param limit the most to return, at least 1
     * @throws NotPermittedException when the tool did not declare {@link Permission.Kind#MEMORY}
     */
    List<Remembered> recall(String about, int limit);
}

package io.personaagent.app.eval.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A public set, read as its makers publish it. */
public interface Dataset {

    /** What the command line calls it. */
    String name();

    /** The cuts that are usual for it, reported besides those that are asked for. */
    List<Integer> usualCuts();

    /**
     * Reads a set from its file or its folder.
     *
     * @throws DatasetException when it is not what its makers publish; the message says what was expected and what was found
     */
    Suite read(Path path) throws IOException;
}

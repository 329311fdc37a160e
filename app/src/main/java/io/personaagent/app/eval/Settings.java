package io.personaagent.app.eval;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run was made, for who wants to make it again.
 *
 * @param data the path as it was given
 * @param choice what was asked, and how deep
 * @param size how much it was
 * @param embedder the embedding model's id
 * @param backends each backend's own settings
 */
public record Settings(
        String data, Choice choice, Size size, String embedder, Map<String, Map<String, String>> backends) {

    /** How the tokens of a context are estimated. */
    public static final String TOKEN_ESTIMATE = "a quarter of the ASCII characters, and each other character";

    /**
     * What was asked.
     *
     * @param limit the most questions; 0 for all
     * @param seed of the sample, where there is a limit
     * @param context how many recollections count as the context of an answer
     */
    public record Choice(List<Integer> cuts, int limit, long seed, int context) {
        public Choice {
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * How much it was.
     *
     * @param questions that could have been asked; with a limit, more than were
     */
    public record Size(int haystacks, int episodes, int questions) {}

    public Settings {
        backends = new TreeMap<>(backends);
    }
}

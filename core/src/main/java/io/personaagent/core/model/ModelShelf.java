package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The models that are configured, each made when it is first asked for, and counted as one however many ask it. Thread-safe. */
public final class ModelShelf {

    private final Profiles profiles;
    private final Map<String, String> environment;
    private final Pauses pauses;
    private final Map<String, Models> made = new TreeMap<>();

    /** @param environment the environment variables, of which only those with keys are read */
    public ModelShelf(Profiles profiles, Map<String, String> environment, Pauses pauses) {
        this.profiles = requireNonNull(profiles, "profiles");
        this.environment = Map.copyOf(environment);
        this.pauses = requireNonNull(pauses, "pauses");
    }

    /**
     * The model with those that stand in for it, heard while it speaks where it is configured so.
     *
     * @throws ModelException naming every problem when one of them cannot work
     */
    public TalkingModel talking(String name) {
        return chain(name, Models::remote);
    }

    /**
     * The same as LangChain4j's interface, each answer in one piece; what goes wrong is thrown as a {@link ModelException}.
     *
     * @throws ModelException naming every problem when one of them cannot work
     */
    public ChatModel answering(String name) {
        return new AnsweringModel(chain(name, Models::whole));
    }

    /** Where the model is, and then those that stand in for it. */
    public List<Endpoint> endpoints(String name) {
        return chain(name).stream().map(Models::endpoint).toList();
    }

    /** What was asked of each model that was made, under the tables that configure them. */
    public synchronized Map<String, Counts> counts() {
        Map<String, Counts> counts = new TreeMap<>();
        made.values().forEach(models -> counts.put(models.endpoint().table(), models.counts()));
        return counts;
    }

    private TalkingModel chain(String name, Function<Models, RemoteModel> way) {
        return new ModelChain(chain(name).stream().map(way).toList(), System::nanoTime);
    }

    private synchronized List<Models> chain(String name) {
        return profiles.chain(name).stream()
                .map(profile -> made.computeIfAbsent(profile.name(), first -> new Models(profile, environment, pauses)))
                .toList();
    }
}

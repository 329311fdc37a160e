package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.core.model.Counts;
import io.personaagent.core.model.Endpoint;
import io.personaagent.core.model.ModelShelf;
import io.personaagent.core.model.TalkingModel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models of a home, and what each of them is for. Thread-safe. */
public final class HomeModels {

    private final ModelShelf shelf;
    private final Map<Purpose, String> purposes;

    /** What a model can be for. */
    public enum Purpose {
        PLAN("plan.model", "answers you"),
        ALIGN("align.model", "rewrites the persona"),
        REFLECT("reflect.model", "sums up memories");

        private final String key;
        private final String words;

        Purpose(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /** The setting that names it. */
        String key() {
            return key;
        }

        /** What it does, after its name. */
        public String words() {
            return words;
        }
    }

    HomeModels(ModelShelf shelf, Map<Purpose, String> purposes) {
        this.shelf = requireNonNull(shelf, "shelf");
        this.purposes = Collections.unmodifiableMap(new TreeMap<>(purposes));
    }

    /** Where the model is that does this, and then those that stand in for it; empty where no model does it. */
    public List<Endpoint> endpoints(Purpose purpose) {
        return purposes.containsKey(purpose) ? shelf.endpoints(name(purpose)) : List.of();
    }

    /** What was asked of each model since the program began, under the tables that configure them. */
    public Map<String, Counts> counts() {
        return shelf.counts();
    }

    /** The one that answers the person. */
    TalkingModel planning() {
        return shelf.talking(name(Purpose.PLAN));
    }

    /** The one that does this, each answer in one piece. */
    ChatModel answering(Purpose purpose) {
        return shelf.answering(name(purpose));
    }

    private String name(Purpose purpose) {
        return requireNonNull(purposes.get(purpose), "purpose");
    }
}

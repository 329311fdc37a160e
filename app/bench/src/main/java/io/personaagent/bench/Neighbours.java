package io.personaagent.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

/** The ten nearest of many vectors: ours, read from the disk, and the peers', who keep theirs in memory. The same vectors for all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Neighbours {

    private static final int NEAREST = 10;
    private static final int QUESTIONS = 256;

    /** How many memories there are. */
    @Param({"1000", "10000", "100000"})
    public int size;

    /** Whose search it is. */
    @Param({"personaagent", "langchain4j", "spring-ai"})
    public String store = "";

    private Life life = Life.NONE;
    private final List<Vector> questions = new ArrayList<>();
    private Search search = question -> question;
    private int next;

    private interface Search {
        Object nearest(Vector question);
    }

    /** Fills the store. */
    @Setup(Level.Trial)
    public void fill() {
        life = Life.of(size, new WordVectors().embedder());
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(life.embedder().query(life.question(i)));
        }
        search = switch (store) {
            case "personaagent" -> this::ours;
            case "langchain4j" -> langchain4j();
            default -> springAi();
        };
    }

    private List<Hit> ours(Vector question) {
        return life.records().nearest("turn", question, NEAREST);
    }

    private Search langchain4j() {
        InMemoryEmbeddingStore<TextSegment> peer = new InMemoryEmbeddingStore<>();
        life.eachTurn((id, vector) -> peer.add(id, Embedding.from(vector)));
        return question -> {
            EmbeddingSearchResult<TextSegment> found = peer.search(EmbeddingSearchRequest.builder()
                    .queryEmbedding(Embedding.from(question.values()))
                    .maxResults(NEAREST)
                    .build());
            return found.matches();
        };
    }

    private Search springAi() {
        Known known = new Known();
        SimpleVectorStore peer = SimpleVectorStore.builder(known).build();
        List<Document> documents = new ArrayList<>();
        life.eachTurn((id, vector) -> {
            known.put(id, vector);
            documents.add(new Document(id, id, java.util.Map.of()));
        });
        peer.add(documents);
        for (int i = 0; i < QUESTIONS; i++) {
            known.put("question " + i, questions.get(i).values());
        }
        return question -> peer.similaritySearch(SearchRequest.builder()
                .query("question " + questions.indexOf(question))
                .topK(NEAREST)
                .build());
    }

    /** Asks one question after the other. */
    @Benchmark
    public Object nearest() {
        next = (next + 1) % QUESTIONS;
        return search.nearest(questions.get(next));
    }

    /** Closes the file. */
    @TearDown(Level.Trial)
    public void close() {
        life.close();
    }
}

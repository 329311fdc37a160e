package io.personaagent.bench;

import io.personaagent.memory.spi.RecallQuery;
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

/** A recall by the default backend, all channels and the ranking, from the disk; what embedding the question costs is beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Recall {

    /** How many memories there are. */
    @Param({"1000", "10000", "100000"})
    public int size;

    private final OnnxQuestions onnx = new OnnxQuestions();
    private Life life = Life.NONE;
    private int next;

    /** Opens the person's file. */
    @Setup(Level.Trial)
    public void open() {
        life = Life.of(size, new WordVectors().embedder());
    }

    /** All of a recall but the question's embedding. */
    @Benchmark
    public Object hybrid() {
        return life.backend().recall(query());
    }

    /** A recall whose question is embedded by the real model. */
    @Benchmark
    public Object whole() {
        RecallQuery query = query();
        return List.of(onnx.embed(query.about()), life.backend().recall(query));
    }

    /** The question's embedding alone. */
    @Benchmark
    public Object embedding() {
        return onnx.embed(query().about());
    }

    private RecallQuery query() {
        return RecallQuery.about(life.question(next++), life.now());
    }

    /** Closes the file. */
    @TearDown(Level.Trial)
    public void close() {
        life.close();
    }
}

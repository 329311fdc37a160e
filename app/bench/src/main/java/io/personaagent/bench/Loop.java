package io.personaagent.bench;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a turn takes besides the model, beside the one commit that it cannot do without, and beside LangChain4j's AiServices. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Loop {

    /** A new folder on the disk that is measured. */
    private static Path folder() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/lives"))), "loop");
    }

    /** A log, and an episode as the turn with a tool leaves it. */
    @State(Scope.Benchmark)
    public static class Bare {

        private final Talk talk = new Talk(5);
        private final Action action = new Action(
                Scripted.TOOL,
                "{\"amount\":26.2,\"unit\":\"miles\"}",
                ToolResult.done("26.2 miles are 42.16 km"),
                Duration.ofMillis(1),
                "rule");
        private UserStore store = new io.personaagent.memory.inmemory.InMemoryStores().open(new UserId("none"));
        private int next;

        /** Opens it. */
        @Setup(Level.Trial)
        public void open() throws IOException {
            store = new SqliteStores(folder(), Clock.systemUTC()).open(new UserId("ada"));
        }

        Object append() {
            int number = next++;
            Instant now = Instant.now();
            return store.episodes()
                    .append(new Episode(
                            new EpisodeId("e%09d".formatted(number)),
                            new Occasion("s" + number / 20, now, now),
                            new Exchange(
                                    "",
                                    talk.question(number % 400),
                                    List.of(action),
                                    "A marathon is 42.16 kilometres long."),
                            Provenance.CHAT));
        }

        /** Closes it. */
        @TearDown(Level.Trial)
        public void close() {
            store.close();
        }
    }

    /** A home in which nothing is remembered, with a tool call in each turn. */
    @State(Scope.Benchmark)
    public static class Home extends Opened {
        public Home() {
            super(true, LoopHome.Remembering.NOTHING);
        }
    }

    /** The same without a tool call. */
    @State(Scope.Benchmark)
    public static class Toolless extends Opened {
        public Toolless() {
            super(false, LoopHome.Remembering.NOTHING);
        }
    }

    /** The same as the first, with memories found by words. */
    @State(Scope.Benchmark)
    public static class Remembered extends Opened {
        public Remembered() {
            super(true, LoopHome.Remembering.WORDS);
        }
    }

    /** Opens and closes. */
    @State(Scope.Benchmark)
    public abstract static class Opened {

        private final boolean tool;
        private final LoopHome.Remembering remembering;
        private LoopHome home;

        Opened(boolean tool, LoopHome.Remembering remembering) {
            this.tool = tool;
            this.remembering = remembering;
        }

        /** Opens it. */
        @Setup(Level.Trial)
        public void open() throws IOException {
            home = new LoopHome(folder(), new Scripted(tool), remembering);
        }

        LoopHome home() {
            return home;
        }

        /** Closes it. */
        @TearDown(Level.Trial)
        public void close() {
            home.close();
        }
    }

    /** LangChain4j with a memory of its own in memory. */
    @State(Scope.Benchmark)
    public static class Peer {

        private LoopPeer peer;

        /** Makes it. */
        @Setup(Level.Trial)
        public void open() {
            peer = LoopPeer.inMemory(new Scripted(true));
        }
    }

    /** LangChain4j with a memory on the disk. */
    @State(Scope.Benchmark)
    public static class DurablePeer {

        private LoopPeer peer;

        /** Opens it. */
        @Setup(Level.Trial)
        public void open() throws IOException, SQLException {
            peer = LoopPeer.durable(new Scripted(true), folder());
        }

        /** Closes it. */
        @TearDown(Level.Trial)
        public void close() throws SQLException {
            peer.close();
        }
    }

    /** One append of the same episode to the same log. */
    @Benchmark
    public Object bareCommit(Bare bare) {
        return bare.append();
    }

    /** Ours. */
    @Benchmark
    public Object turnWithTool(Home home) {
        return home.home().turn();
    }

    /** Ours without a tool. */
    @Benchmark
    public Object turnWithoutTool(Toolless home) {
        return home.home().turn();
    }

    /** Ours with recall by words. */
    @Benchmark
    public Object turnWithRecall(Remembered home) {
        return home.home().turn();
    }

    /** Theirs, of which nothing is kept. */
    @Benchmark
    public Object aiServices(Peer peer) {
        return peer.peer.turn();
    }

    /** Theirs with each of its writes on the disk. */
    @Benchmark
    public Object aiServicesDurable(DurablePeer peer) {
        return peer.peer.turn();
    }
}

package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of an alignment, and aligns again. */
class KillAlignIT {

    /** Three answers three times, three losses and a rewrite twice, and two judges twice. */
    private static final int ALL_CALLS = 3 * 3 + 2 * 4 + 2 * 2;

    /** 128 and SIGKILL. */
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    private final StubModelServer server = new StubModelServer().answering(Meals::role);

    @AfterEach
    void stop() {
        server.close();
    }

    /** Each run comes one call further before it is killed, so that every point has its turn; begun anew, none of them could end. */
    @Test
    void align_killedAtOneCallAfterTheOther_leavesTheOldVersion_andGoesOnToTheEnd() throws Exception {
        Program program = Meals.home(folder.resolve("home"), server);
        PersonaVersion before =
                Meals.within(program.home(), person -> person.personas().version());
        int kills = 0;

        while (killedAt(program, kills + 1)) {
            kills++;
            assertThat(history(program)).as("after kill no. %d", kills).containsExactly(before);
        }

        assertThat(kills).isBetween(8, ALL_CALLS - 1);
        assertThat(history(program)).hasSize(2).last().isEqualTo(before);
        assertThat(program.run("persona", "show").exited(0).out())
                .contains("Has a cup.", "Drinks green tea with every meal.");
        assertThat(program.run("persona", "history").exited(0).out()).doesNotContain("refused");
        assertThat(program.run("align", "--status").exited(0).out()).startsWith("No alignment is going on.");
        assertThat(program.run("doctor").exited(0).out()).contains("5 episodes, every hash right");
    }

    private static List<PersonaVersion> history(Program program) {
        return Meals.within(program.home(), person -> person.personas().history());
    }

    /** Runs an alignment that is killed when it asks for this call; false when it had come to its end before. */
    private boolean killedAt(Program program, int call) throws InterruptedException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        server.answering(request -> {
            if (calls.incrementAndGet() < call) {
                return Meals.role(request);
            }
            started.join().destroyForcibly();
            return StubReply.reset();
        });
        Program.Run run = program.start("align");
        started.complete(run.process());
        assertThat(run.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        boolean killed = calls.get() >= call;
        if (!killed) {
            run.result(run.process().exitValue()).exited(0);
        }
        return killed;
    }

    @Test
    void align_killedWhileItDecides_leavesTheOldVersionOrTheNewOne() throws Exception {
        Program template = Meals.home(folder.resolve("template"), server);
        PersonaVersion old =
                Meals.within(template.home(), person -> person.personas().version());
        int news = 0;

        for (int millis : List.of(0, 5, 10, 15, 20, 30, 50, 80, 150, 400)) {
            Program program = copyOf(template, "home" + millis);
            killedAfterTheLastCall(program, millis);
            List<PersonaVersion> history = history(program);

            assertThat(history).hasSizeBetween(1, 2).last().isEqualTo(old);
            news += history.size() - 1;
            if (history.size() == 2) {
                isTheNewOne(history.get(0));
            }
            server.answering(Meals::role);
            program.run("align").exited(0);
            isTheNewOne(history(program).get(0));
        }

        assertThat(news)
                .as("some were killed after the new version was in force")
                .isPositive();
    }

    private static void isTheNewOne(PersonaVersion version) {
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.persona().statements())
                .extracting(Statement::text)
                .containsExactly("Has a cup.", "Drinks green tea with every meal.");
        assertThat(version.decision()).contains("\"verdict\":\"accepted\"");
    }

    private void killedAfterTheLastCall(Program program, int millis) throws InterruptedException {
        CountDownLatch last = new CountDownLatch(ALL_CALLS);
        server.answering(request -> {
            last.countDown();
            return Meals.role(request);
        });
        Program.Run run = program.start("align");
        assertThat(last.await(120, TimeUnit.SECONDS)).isTrue();
        run.process().waitFor(millis, TimeUnit.MILLISECONDS);
        int exit = run.process().destroyForcibly().waitFor();
        assertThat(exit).as("it came to its end, or it was killed").isIn(0, KILLED);
    }

    private Program copyOf(Program template, String name) {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(template.home())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(template.home().relativize(file).toString()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Program(copy);
    }

    @Test
    void align_whileAnotherProcessAligns_isTurnedAway_untilThatOneIsKilled() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        Program program = Meals.home(folder.resolve("home"), server);
        server.answering(request -> StubReply.hang(reached));
        Program.Run first = program.start("align");
        assertThat(reached.await(120, TimeUnit.SECONDS)).isTrue();
        server.answering(Meals::role);
        int asked = server.received().size();

        Program.Result second = program.run("align").exited(1);
        Program.Result status = program.run("align", "--status").exited(0);

        assertThat(second.out())
                .matches(
                        "Version 1 stays: another alignment is going on: personaagent align \\(process %d\\) began it \\d+ s ago and was last heard of \\d+ s ago; wait for its end, or end it there\\R"
                                .formatted(first.process().pid()));
        assertThat(status.out())
                .startsWith("An alignment is going on: personaagent align (process %d) began it "
                        .formatted(first.process().pid()));
        assertThat(server.received()).hasSize(asked);

        first.process().destroyForcibly().waitFor();

        assertThat(program.run("align", "--status").exited(0).out()).startsWith("An alignment was cut short ");
        assertThat(program.run("align").exited(0).out()).startsWith("Version 2 is in force: ");
    }
}

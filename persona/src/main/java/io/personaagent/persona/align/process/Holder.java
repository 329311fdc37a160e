package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that holds something of a person's that only one may hold at a time, such as their alignment.
 *
 * @param door what the person knows it as, such as {@code a chat}
 * @param place within which process ids are unique; empty where that is the machine
 * @param pid the process's id
 * @param started when the process began, since ids are used again
 */
public record Holder(String door, String place, long pid, Instant started) {

    /** Nobody. */
    public static final Holder NONE = new Holder("", "", 0, Instant.EPOCH);

    /** Systems round a process's beginning, and may do it differently the next time. */
    private static final Duration ROUNDED = Duration.ofSeconds(2);

    public Holder {
        requireNonNull(door, "door");
        requireNonNull(place, "place");
        requireNonNull(started, "started");
    }

    /** This process. */
    public static Holder here(String door) {
        ProcessHandle process = ProcessHandle.current();
        return new Holder(door, namespace(), process.pid(), began(process));
    }

    /** Whether it is known to have ended; a process of another place may always be alive. */
    public boolean hasEnded() {
        return place.equals(namespace())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> !isWaitedForOnly(process.pid()))
                        .filter(process ->
                                Duration.between(started, began(process)).abs().compareTo(ROUNDED) <= 0)
                        .isEmpty();
    }

    /** Killed, and still listed because nobody has asked how it ended; Java takes that for alive. */
    private static boolean isWaitedForOnly(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Containers that share a home count their processes apart. */
    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "";
        }
    }
}

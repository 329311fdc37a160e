package io.personaagent.core.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server's program with all the processes that it started. Thread-safe. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    /** What a program needs to run at all, and holds no secrets. */
    private static final List<String> USUAL = List.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "TERM",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "TZ",
            "SystemRoot",
            "APPDATA",
            "LOCALAPPDATA",
            "USERPROFILE",
            "TEMP",
            "TMP",
            "PATHEXT");

    private static final int LONGEST_COMPLAINT = 300;

    private final Process process;
    private final Set<ProcessHandle> family = new LinkedHashSet<>();
    private volatile String complaint = "";

    private ServerProcess(Process process) {
        this.process = process;
        StdioWire.daemon("mcp-err", this::hearComplaints).start();
    }

    /**
     * Starts it.
     *
     * @param environment ours, of which it gets what every program needs and what is passed on by name
     * @throws IOException when it cannot be started, or a variable is not there
     */
    static ServerProcess start(Reach.Command command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.command());
        Map<String, String> own = builder.environment();
        own.clear();
        USUAL.stream()
                .filter(environment::containsKey)
                .forEach(name -> own.put(name, environment.getOrDefault(name, "")));
        own.putAll(command.set());
        for (String name : command.passed()) {
            own.put(name, valueOf(name, environment));
        }
        return new ServerProcess(builder.start());
    }

    static String valueOf(String name, Map<String, String> environment) throws IOException {
        String value = environment.get(name);
        if (value == null) {
            throw new IOException("the environment variable %s is not set".formatted(name));
        }
        return value;
    }

    OutputStream in() {
        return process.getOutputStream();
    }

    InputStream out() {
        return process.getInputStream();
    }

    /** Remembers who has to go with it: what a dead process had started can no longer be found. */
    synchronized void lookAround() {
        process.descendants().forEach(family::add);
    }

    /** How it ended, and what it last wrote to its standard error. */
    String farewell() {
        try {
            String how = process.waitFor(2, TimeUnit.SECONDS)
                    ? "it ended with code %d".formatted(process.exitValue())
                    : "it closed its output";
            return complaint.isEmpty() ? how : "%s and said '%s'".formatted(how, complaint);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "it was stopped";
        }
    }

    /** Asks it to end by ending its input, then by signals; when this returns, neither it nor what it started runs. */
    synchronized void stop() {
        lookAround();
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            LOG.debug("an MCP server's input was closed before", alreadyGone);
        }
        if (!isGoneWithin(500)) {
            process.destroy();
            family.forEach(ProcessHandle::destroy);
        }
        if (!isGoneWithin(1000)) {
            process.destroyForcibly();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isGoneWithin(int milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void hearComplaints() {
        try (InputStream err = process.getErrorStream()) {
            byte[] buffer = new byte[4096];
            for (int read = err.read(buffer); read >= 0; read = err.read(buffer)) {
                String said = Wording.plain(
                        new String(buffer, 0, read, java.nio.charset.StandardCharsets.UTF_8), LONGEST_COMPLAINT);
                complaint = said.isEmpty() ? complaint : said;
            }
        } catch (IOException closed) {
            LOG.debug("an MCP server's error output was closed", closed);
        }
    }
}

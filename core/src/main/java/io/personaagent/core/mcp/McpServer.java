package io.personaagent.core.mcp;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.mcp.Pins.Standing;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.tools.Deadline;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server as a provider of tools: what was approved can be offered without the server, which is started when a tool is called.
 * Thread-safe.
 */
final class McpServer implements ToolProvider, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);

    private final ServerConfig config;
    private final PinFile file;
    private final Line line;

    McpServer(ServerConfig config, PinFile file, Line line) {
        this.config = requireNonNull(config, "config");
        this.file = requireNonNull(file, "file");
        this.line = requireNonNull(line, "line");
    }

    ServerConfig config() {
        return config;
    }

    @Override
    public String name() {
        return "mcp-" + config.name();
    }

    long version() {
        return 31 * file.version() + line.version();
    }

    boolean isKnown() {
        return pins().isPresent();
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        List<Tool> tools = new ArrayList<>();
        make(tools, new ArrayList<>());
        return tools;
    }

    List<ToolProblem> problems() {
        List<String> problems = new ArrayList<>();
        line.trouble().ifPresent(problems::add);
        try {
            make(new ArrayList<>(), problems);
        } catch (UncheckedIOException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
        return problems.stream().map(reason -> new ToolProblem(name(), reason)).toList();
    }

    private void make(List<Tool> tools, List<String> problems) {
        Pins pins = pins().orElse(null);
        if (pins == null) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Declared declared : pins.latest()) {
            if (config.choice().wants(declared.name())) {
                make(declared, pins, names).ifPresentOrElse(tools::add, () -> problems.add(why(declared, pins)));
            }
        }
    }

    private Optional<Tool> make(Declared declared, Pins pins, Set<String> names) {
        if (pins.standing(declared, config.reach().identity()) != Standing.APPROVED
                || !names.add(ServerTool.name(config.name(), declared.name()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ServerTool(this, config, declared));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private String why(Declared declared, Pins pins) {
        String tool = Wording.plain(declared.name(), 60);
        Standing standing = pins.standing(declared, config.reach().identity());
        if (standing != Standing.APPROVED) {
            return "tool '%s' is suspended (%s); look at it with 'tools servers show %s', then 'tools servers approve %s'"
                    .formatted(tool, standing.word(), config.name(), config.name());
        }
        try {
            return "has two tools that would be called '%s'"
                    .formatted(new ServerTool(this, config, declared).spec().name());
        } catch (IllegalArgumentException unusable) {
            return "tool '%s' cannot be used: %s".formatted(tool, unusable.getMessage());
        }
    }

    /** Starts the server if it does not run, and holds what it declares against what was approved; what is seen first is approved. */
    void look(Duration atMost) throws CallFailed {
        line.look(atMost, this::observe);
    }

    ToolResult call(Declared tool, Map<String, Object> arguments, Deadline deadline) {
        try {
            line.ready(deadline.left(), this::observe);
            Standing standing = pins().map(
                            pins -> pins.standing(tool, config.reach().identity()))
                    .orElse(Standing.NEW);
            return standing == Standing.APPROVED
                    ? Results.of(line.call(tool.name(), arguments, deadline.left()))
                    : ToolResult.failed(
                            Fault.WORLD,
                            "it is suspended (%s) until the person approves it with 'tools servers approve %s'"
                                    .formatted(standing.word(), config.name()));
        } catch (CallFailed failed) {
            return ToolResult.failed(
                    failed.fault(), "the MCP server '%s': %s".formatted(config.name(), failed.words()));
        }
    }

    /** Makes what was last seen what is approved; empty when nothing was seen that is not. */
    synchronized Optional<Pins> approve() {
        Optional<Pins> approved = pins().flatMap(Pins::seen)
                .filter(look -> look.identity().equals(config.reach().identity()))
                .map(Pins::approving);
        approved.ifPresent(file::write);
        return approved;
    }

    boolean forget() {
        return file.delete();
    }

    Optional<Pins> pins() {
        return file.read();
    }

    private synchronized void observe(List<Declared> declared) {
        Pins.Look look = Pins.Look.of(config.reach().identity(), declared);
        Optional<Pins> before = pins();
        Pins now = before.map(pins -> pins.seeing(look)).orElseGet(() -> Pins.approving(look));
        if (before.isEmpty() || !before.get().equals(now)) {
            file.write(now);
            if (now.seen().isPresent()) {
                LOG.warn(
                        "the MCP server '{}' declares other tools than were approved; what changed is suspended, see 'tools servers show {}'",
                        config.name(),
                        config.name());
            }
        }
    }

    @Override
    public void close() {
        line.close();
    }
}

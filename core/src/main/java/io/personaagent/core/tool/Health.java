package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.DurableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose tools hang: a provider is suspended when so many of its calls in a row did not end in time, until it is resumed. Suspensions stand
 * in a file, so that every process of the home knows of them and a restart does not lift them. Thread-safe.
 */
public final class Health {

    /** So many calls in a row. */
    public static final int USUAL = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Optional<Path> file;
    private final int most;
    private final Map<String, Integer> hung = new LinkedHashMap<>();
    private final Map<String, String> unwritten = new TreeMap<>();

    private Health(Optional<Path> file, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most is %d, but must be at least 1".formatted(most));
        }
        this.file = file;
        this.most = most;
    }

    /**
     * Kept in a file.
     *
     * @param most how many calls in a row may hang
     */
    public static Health in(Path file, int most) {
        return new Health(Optional.of(requireNonNull(file, "file")), most);
    }

    /** Forgotten when the program ends. */
    static Health inMemory(int most) {
        return new Health(Optional.empty(), most);
    }

    /** A call did not end in time, and was given up. */
    synchronized void hung(String provider, String tool) {
        int inARow = hung.merge(provider, 1, Integer::sum);
        if (inARow >= most && !suspensions().containsKey(provider)) {
            LOG.warn("'{}' is suspended: {} of its calls in a row did not end", provider, inARow);
            Map<String, String> now = suspensions();
            now.put(provider, tool);
            write(now);
        }
    }

    /** A call ended, however it did. */
    synchronized void ended(String provider) {
        hung.remove(provider);
    }

    /** Why none of its tools is called; empty where they are. */
    synchronized Optional<String> suspended(String provider) {
        return Optional.ofNullable(suspensions().get(provider)).map(tool -> reason(provider, tool));
    }

    /** All that are suspended, by name, with the reason. */
    synchronized Map<String, String> suspended() {
        Map<String, String> suspended = suspensions();
        suspended.replaceAll(this::reason);
        return suspended;
    }

    /** Lets it work again. Returns false when it was not suspended. */
    public synchronized boolean resume(String provider) {
        hung.remove(provider);
        Map<String, String> now = suspensions();
        boolean was = now.remove(provider) != null;
        if (was) {
            write(now);
        }
        return was;
    }

    private String reason(String provider, String tool) {
        return "is suspended: %d of its calls in a row did not end, '%s' the last; 'personaagent plugins resume %s' lets it work again"
                .formatted(most, tool, provider);
    }

    private Map<String, String> suspensions() {
        Map<String, String> found = new TreeMap<>(unwritten);
        if (file.filter(Files::exists).isPresent()) {
            try {
                Files.readAllLines(file.get()).stream()
                        .map(line -> line.split("\t", 2))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> found.put(parts[0], parts[1]));
            } catch (IOException unreadable) {
                LOG.warn("{} cannot be read: {}", file.get(), unreadable.toString());
            }
        }
        return found;
    }

    private void write(Map<String, String> now) {
        unwritten.clear();
        if (file.isEmpty()) {
            unwritten.putAll(now);
            return;
        }
        StringBuilder lines = new StringBuilder();
        now.forEach((provider, tool) ->
                lines.append(provider).append('\t').append(tool).append('\n'));
        try {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            DurableFile.moveInto(DurableFile.stage(new ByteArrayInputStream(bytes), file.get()), file.get());
        } catch (IOException refused) {
            LOG.warn("{} cannot be written: {}", file.get(), refused.toString());
            unwritten.putAll(now);
        }
    }
}

package io.personaagent.core.select;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Five hundred tools: those that are bundled, in the words of their plugins, among others that were made up over many domains. */
final class ManyTools {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final String BUNDLED = "bundled-tools.tsv";

    private ManyTools() {}

    /** What somebody says, and the tool that they want. */
    record Wish(String said, String tool) {}

    static List<ToolSpec> bundled() {
        return lines(BUNDLED).stream().map(ManyTools::spec).toList();
    }

    /** In an order that has nothing to do with where they come from. */
    static List<ToolSpec> fiveHundred() {
        List<ToolSpec> all = new ArrayList<>(Stream.of(BUNDLED, "other-tools.tsv")
                .flatMap(file -> lines(file).stream().map(ManyTools::spec))
                .toList());
        Collections.shuffle(all, new Random(500));
        return all;
    }

    /** The wishes on which the ranking was tuned, or those that were held out: one in two, drawn by a seed. */
    static List<Wish> wishes(boolean heldOut) {
        Random random = new Random(20);
        return lines("requests.tsv").stream()
                .filter(line -> random.nextBoolean() == heldOut)
                .map(line -> line.split("\t", -1))
                .map(fields -> new Wish(fields[0], fields[1]))
                .toList();
    }

    private static ToolSpec spec(String line) {
        String[] fields = line.split("\t", -1);
        String[] examples = Stream.of(fields[2].split(" \\| ", -1))
                .filter(example -> !example.isBlank())
                .toArray(String[]::new);
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        SLOT.matcher(fields[2].isBlank() ? "{id} {text}" : fields[2])
                .results()
                .map((MatchResult slot) -> slot.group(1))
                .distinct()
                .forEach(name -> parameters.addStringProperty(name, "the %s to be used".formatted(name)));
        return ToolSpec.of(
                ToolSpecification.builder()
                        .name(fields[0])
                        .description(fields[1])
                        .parameters(parameters.build())
                        .build(),
                Effect.READ,
                examples);
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(ManyTools.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

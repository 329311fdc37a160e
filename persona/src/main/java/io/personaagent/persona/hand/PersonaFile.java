package io.personaagent.persona.hand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a persona as a file. The same statements always give the same bytes, and what was read gives the bytes that it was read
 * from. The fixed rules and the numbers of versions stay at home: they belong to a program and to a history.
 */
public final class PersonaFile {

    private static final String FORMAT = "personaagent-persona";
    private static final int FORMAT_VERSION = 1;
    private static final List<String> FIELDS = List.of("format", "formatVersion", "statements");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PersonaFile() {}

    public static String write(Persona persona) {
        ObjectNode file = MAPPER.createObjectNode().put("format", FORMAT).put("formatVersion", FORMAT_VERSION);
        ArrayNode statements = file.putArray("statements");
        persona.statements().forEach(statement -> statements.add(StatementNode.of(statement)));
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try {
            return MAPPER.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indent)
                                    .withArrayIndenter(indent))
                            .writeValueAsString(file)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The statements of a file.
     *
     * @throws FormException when it is not what {@link #write} writes
     */
    public static List<Statement> read(String text) {
        JsonNode file = parse(text);
        Field top = new Field("the file", file);
        if (!file.path("format").asText().equals(FORMAT)) {
            throw new FormException("this is no persona: 'format' is %s, but must be \"%s\""
                    .formatted(file.path("format").isMissingNode() ? "missing" : file.path("format"), FORMAT));
        }
        if (top.integer("formatVersion") != FORMAT_VERSION) {
            throw new FormException("the format is of version %s, but this program reads version %d"
                    .formatted(file.path("formatVersion"), FORMAT_VERSION));
        }
        top.hasOnly(FIELDS);
        List<Statement> statements = new ArrayList<>();
        for (JsonNode node : top.array("statements")) {
            statements.add(StatementNode.read(node, statements.size() + 1));
        }
        return statements;
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode file = MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
            if (!file.isObject()) {
                throw new FormException("this is no persona: it is not a JSON object");
            }
            return file;
        } catch (JsonProcessingException broken) {
            throw new FormException(
                    "this is no JSON: %s (line %d)".formatted(broken.getOriginalMessage(), line(broken)));
        }
    }

    private static int line(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    }
}

package io.personaagent.core.args;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.guard.Ending;
import io.personaagent.core.guard.GuardedCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tool takes, as a JSON Schema. Checks by the draft 2020-12; nothing outside of the schema is ever looked up. Thread-safe.
 *
 * <p>A schema that a stranger wrote is checked with within limits; where it cannot be used, what models are told of the tool is used.
 */
public final class Parameters {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Parameters.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaCacheEnabled(false)
                    .schemaLoader(loader -> loader.fetchRemoteResources(false).block(address -> true)));

    private final LocalSchema local;
    private final Optional<Parameters> instead;
    private volatile @Nullable Schema compiled;

    private Parameters(LocalSchema local, Optional<Parameters> instead) {
        this.local = local;
        this.instead = instead;
    }

    public static Parameters of(Tool tool, ToolSpec spec) {
        Parameters told = told(spec);
        if (!(tool instanceof OwnSchema own)) {
            return told;
        }
        LocalSchema tamed = LocalSchema.tamed(own.argumentsSchema());
        return tamed.root() instanceof ObjectNode object
                ? new Parameters(new LocalSchema(closed(object)), Optional.of(told))
                : told;
    }

    private static Parameters told(ToolSpec spec) {
        JsonObjectSchema schema = spec.function().parameters();
        ObjectNode node = schema == null
                ? JSON.createObjectNode().put("type", "object")
                : JSON.valueToTree(JsonSchemaElementUtils.toMap(schema));
        if (schema != null && Boolean.TRUE.equals(schema.additionalProperties())) {
            node.put("additionalProperties", true);
        }
        return new Parameters(new LocalSchema(closed(node)), Optional.empty());
    }

    /** What a tool does not know it is not given, unless it says that it takes anything. */
    private static ObjectNode closed(ObjectNode schema) {
        JsonNode more = schema.path("additionalProperties");
        if (more.isMissingNode() || more.isNull()) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    /** The arguments as the tool gets them, or what is wrong with them. */
    public Reading read(Arguments arguments) {
        if (instead.isEmpty()) {
            return checked(arguments);
        }
        GuardedCall<Reading> call =
                GuardedCall.start("arguments", Parameters.class.getClassLoader(), () -> checked(arguments));
        try {
            Optional<Ending<Reading>> ending = call.await(PATIENCE);
            return ending.<Optional<Reading>>map(end -> end.fold(Optional::of, Parameters::unusable))
                    .orElseGet(() -> unusable(new IllegalStateException("it takes too long")))
                    .orElseGet(() -> instead.get().read(arguments));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return instead.get().read(arguments);
        } finally {
            call.abandon();
        }
    }

    private static Optional<Reading> unusable(Throwable why) {
        LOG.warn("a schema cannot be used, and what models are told is used instead: {}", Ending.describe(why));
        return Optional.empty();
    }

    private Reading checked(Arguments arguments) {
        Coercion coercion = new Coercion(local);
        Map<String, Object> read = coercion.read(arguments.asMap());
        List<Error> errors = schema().validate(JSON.<JsonNode>valueToTree(read));
        return new Reading(Arguments.of(read), coercion.notes(), new Complaints(local, read).of(errors));
    }

    private Schema schema() {
        Schema known = compiled;
        if (known == null) {
            known = REGISTRY.getSchema(local.root());
            compiled = known;
        }
        return known;
    }
}

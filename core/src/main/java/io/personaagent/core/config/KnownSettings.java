package io.personaagent.core.config;

import io.personaagent.core.config.Setting.Shape;
import java.util.List;

/** All that can be set, in the order in which it is listed. */
final class KnownSettings {

    static final List<Setting> ALL = List.of(
            new Setting("user", Shape.TEXT, "me", "whose memory and persona, when --user is not given"),
            new Setting("timezone", Shape.ZONE, "", "the person's time zone; the machine's when it is not set"),
            new Setting("planner", Shape.TEXT, "", "reflex (no model) or model; model when [model] is set"),
            new Setting("memory.backend", Shape.TEXT, "episodic-semantic", "which memory backend remembers"),
            new Setting(
                    "memory.embedder",
                    Shape.TEXT,
                    "bge-small-en",
                    "what makes memory's vectors: bge-small-en, bge-small-zh or e5-small (inside the program), openai or ollama"),
            new Setting("embedder.name", Shape.TEXT, "", "the embedding model's name, as its server knows it"),
            new Setting(
                    "embedder.base_url",
                    Shape.TEXT,
                    "",
                    "where the embedding server answers, such as http://127.0.0.1:8080/v1"),
            new Setting(
                    "embedder.api_key_env", Shape.TEXT, "", "the NAME of the environment variable that holds its key"),
            new Setting(
                    "embedder.dimensions",
                    Shape.COUNT,
                    "",
                    "how many numbers a vector shall have; the model's own when it is not set"),
            new Setting("embedder.query_prefix", Shape.TEXT, "", "what the model wants before a question"),
            new Setting("embedder.passage_prefix", Shape.TEXT, "", "what the model wants before what is to be found"),
            new Setting("embedder.batch", Shape.COUNT, "64", "the most texts of one request"),
            new Setting("embedder.timeout_seconds", Shape.COUNT, "30", "how long one request may take"),
            new Setting(
                    "boundary.local",
                    Shape.TEXT,
                    "all",
                    "what a planner without a model is shown of memory: ordinary, topic (also what you ask about) or all"),
            new Setting("boundary.model", Shape.TEXT, "topic", "what a language model is shown of memory"),
            new Setting("boundary.tool", Shape.TEXT, "topic", "what a tool is lent of memory"),
            new Setting("boundary.outside", Shape.TEXT, "ordinary", "and a tool that reaches the network"),
            new Setting(
                    "persona.prompt_bytes",
                    Shape.COUNT,
                    "8192",
                    "how much of the persona's statements a model is told; what matters least to the question is left out"),
            new Setting(
                    "persona.prototypes",
                    Shape.SWITCH,
                    "off",
                    "on: who agrees ('persona prototypes on') is guessed from others who agreed, and counted for them"),
            new Setting(
                    "model.provider",
                    Shape.TEXT,
                    "",
                    "openai (any OpenAI-compatible server), anthropic, gemini or ollama"),
            new Setting("model.name", Shape.TEXT, "", "the model's name, as its provider calls it"),
            new Setting(
                    "model.base_url", Shape.TEXT, "", "where the provider answers, such as http://127.0.0.1:8080/v1"),
            new Setting("model.api_key_env", Shape.TEXT, "", "the NAME of the environment variable that holds the key"),
            new Setting("model.temperature", Shape.NUMBER, "", "the model's own default when it is not set"),
            new Setting("model.max_output_tokens", Shape.COUNT, "1024", "the longest answer"),
            new Setting(
                    "model.context_tokens",
                    Shape.COUNT,
                    "128000",
                    "how much the model can take at once, its answer included; what is more is shortened"),
            new Setting("model.connect_seconds", Shape.COUNT, "5", "how long to wait for a connection"),
            new Setting(
                    "model.first_byte_seconds",
                    Shape.COUNT,
                    "30",
                    "and for the beginning of an answer that is streamed"),
            new Setting("model.idle_seconds", Shape.COUNT, "30", "and between two pieces of an answer"),
            new Setting(
                    "model.timeout_seconds",
                    Shape.COUNT,
                    "120",
                    "how long one call of the model may take, further attempts included"),
            new Setting("model.stream", Shape.FLAG, "true", "show the answer while it is made"),
            new Setting("model.retries", Shape.AMOUNT, "2", "how often a server that says 'not now' is asked again"),
            new Setting(
                    "model.longest_pause_seconds",
                    Shape.AMOUNT,
                    "20",
                    "a server that wants a longer pause before that is not waited for"),
            new Setting(
                    "model.fallback",
                    Shape.TEXT,
                    "",
                    "the name of the model that is asked when this one does not answer"),
            new Setting("model.price_in", Shape.NUMBER, "0", "what a million tokens cost that it reads"),
            new Setting("model.price_out", Shape.NUMBER, "0", "what a million tokens cost that it writes"),
            new Setting(
                    "plan.model",
                    Shape.TEXT,
                    "",
                    "which model answers you: model, or NAME of a [models.NAME]; they know the keys of [model]"),
            new Setting(
                    "align.model",
                    Shape.TEXT,
                    "",
                    "which model rewrites your persona; the one that plans when it is not set"),
            new Setting(
                    "reflect.model",
                    Shape.TEXT,
                    "",
                    "which model sums up memories; the one that plans when it is not set"),
            new Setting("turn.max_steps", Shape.COUNT, "16", "the most steps of one turn"),
            new Setting("turn.max_seconds", Shape.COUNT, "120", "how long one turn may take"),
            new Setting("turn.max_tokens", Shape.COUNT, "200000", "the most tokens of one turn"),
            new Setting(
                    "turn.max_cost",
                    Shape.NUMBER,
                    "",
                    "the most that one turn may cost, by the prices that are set for its model; no limit when it is not set"),
            new Setting("turn.recall", Shape.COUNT, "10", "how many memories a planner is shown"),
            new Setting(
                    "tools.offered",
                    Shape.COUNT,
                    "12",
                    "how many tools a model is told of where many are installed; it finds the others with find_tools"),
            new Setting("tools.all_up_to", Shape.COUNT, "40", "up to so many installed tools are all offered"),
            new Setting("tools.rate_each", Shape.COUNT, "60", "how often one tool may be called within a minute"),
            new Setting("tools.rate_all", Shape.COUNT, "240", "how often tools may be called at all within a minute"),
            new Setting(
                    "tools.suspend_after",
                    Shape.COUNT,
                    "3",
                    "after how many calls in a row that did not end a plugin is suspended"),
            new Setting(
                    "elicit.questions_per_session",
                    Shape.AMOUNT,
                    "2",
                    "how often you are asked in one session what you like, where nothing is known that helps; 0 for never"),
            new Setting(
                    "journal.turns",
                    Shape.AMOUNT,
                    "1000",
                    "of how many of the latest turns is kept what happened in them, to be shown and replayed"),
            new Setting("align.batch", Shape.COUNT, "3", "from how many of the latest corrected answers is learned"),
            new Setting("align.iterations", Shape.COUNT, "3", "how often the persona is rewritten and tried"),
            new Setting("align.judges", Shape.COUNT, "6", "the most other answers that judge a new persona"),
            new Setting("align.max_calls", Shape.COUNT, "200", "the most calls of a model in one alignment"),
            new Setting("align.max_tokens", Shape.COUNT, "500000", "the most tokens of one alignment"),
            new Setting("align.max_seconds", Shape.COUNT, "1800", "how long one alignment may take"),
            new Setting(
                    "align.every",
                    Shape.AMOUNT,
                    "",
                    "after how many newly corrected answers a chat aligns in the background, 0 for never; 10 without a model and 0 with one when it is not set, since a model may cost"));

    private KnownSettings() {}
}

package io.personaagent.core.tool;

import io.personaagent.core.guard.Ending;
import io.personaagent.core.guard.GuardedCall;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools of all providers by name. Immutable, the same for every person.
 *
 * <p>A provider that breaks, takes too long or does not like its settings is left out, and so is a tool whose name is taken;
 * {@link #problems()} tells.
 */
public final class ToolCatalogue {

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    private final Map<String, LentTool> tools = new LinkedHashMap<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<ToolProblem> problems = new ArrayList<>();

    private ToolCatalogue() {}

    /** Asks each provider for its tools, in this order. */
    public static ToolCatalogue of(List<Offer> offers) {
        return of(offers, USUAL_LIMIT);
    }

    static ToolCatalogue of(List<Offer> offers, Duration limit) {
        ToolCatalogue catalogue = new ToolCatalogue();
        offers.forEach(offer -> catalogue.add(offer, limit));
        return catalogue;
    }

    /** All tools in the order of the providers and, within one, in its own order. */
    public List<ToolSpec> specs() {
        return tools.values().stream().map(LentTool::spec).toList();
    }

    /** Which provider a tool comes from; empty when there is no such tool. */
    public Optional<String> providerOf(String tool) {
        return find(tool).map(found -> found.offer().name());
    }

    /** What had to be left out, and why. */
    public List<ToolProblem> problems() {
        return List.copyOf(problems);
    }

    Optional<LentTool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    /** The providers whose tools could be had. */
    List<Offer> offers() {
        return List.copyOf(offers);
    }

    /** Whether one of the provider's tools declared that it reads memory. */
    boolean readsMemory(Offer offer) {
        return tools.values().stream()
                .anyMatch(tool -> tool.offer().equals(offer) && LentContext.readsMemory(tool.spec()));
    }

    static ClassLoader classLoader(Offer offer) {
        ClassLoader own = offer.provider().getClass().getClassLoader();
        return own == null ? ToolCatalogue.class.getClassLoader() : own;
    }

    private void add(Offer offer, Duration limit) {
        GuardedCall<List<LentTool>> call =
                GuardedCall.start("tools-" + offer.name(), classLoader(offer), () -> ask(offer));
        try {
            Optional<Ending<List<LentTool>>> ending = call.await(limit);
            if (ending.isEmpty()) {
                problem(offer, "took longer than %d s to list its tools".formatted(limit.toSeconds()));
            } else {
                String reason = ending.get().fold(found -> register(offer, found), ToolCatalogue::reason);
                if (!reason.isEmpty()) {
                    problem(offer, reason);
                }
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            problem(offer, "was interrupted while it listed its tools");
        } finally {
            call.abandon();
        }
    }

    private static List<LentTool> ask(Offer offer) {
        List<LentTool> found = new ArrayList<>();
        for (Tool tool : offer.provider().tools(offer.settings())) {
            found.add(new LentTool(offer, tool, tool.spec()));
        }
        return found;
    }

    private static String reason(Throwable cause) {
        return cause instanceof IllegalArgumentException
                ? "cannot use its settings: " + cause.getMessage()
                : "broke while it listed its tools: " + Ending.describe(cause);
    }

    private String register(Offer offer, List<LentTool> found) {
        offers.add(offer);
        for (LentTool tool : found) {
            LentTool there = tools.putIfAbsent(tool.spec().name(), tool);
            if (there != null) {
                problem(
                        offer,
                        "has a tool '%s', but provider '%s' has one of this name; the one of '%s' is used"
                                .formatted(
                                        tool.spec().name(),
                                        there.offer().name(),
                                        there.offer().name()));
            }
        }
        return "";
    }

    private void problem(Offer offer, String reason) {
        problems.add(new ToolProblem(offer.name(), reason));
    }
}

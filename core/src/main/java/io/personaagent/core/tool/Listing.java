package io.personaagent.core.tool;

import io.personaagent.core.guard.Ending;
import io.personaagent.core.guard.GuardedCall;
import io.personaagent.tools.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a source had at one time: the tools of each of its providers that could be asked. */
final class Listing {

    private final long version;
    private final List<Provided> provided = new ArrayList<>();
    private final List<ToolProblem> problems = new ArrayList<>();

    /** A provider and what it gave. */
    record Provided(Offer offer, List<LentTool> tools) {}

    private Listing(long version) {
        this.version = version;
    }

    /** Asks each provider for its tools, in their order; one that breaks or takes too long is left out. */
    static Listing of(ToolSource source, Duration limit) {
        Listing listing = new Listing(source.version());
        listing.problems.addAll(source.problems());
        source.offers().forEach(offer -> listing.add(offer, limit));
        return listing;
    }

    boolean isOf(ToolSource source) {
        return version == source.version();
    }

    List<Provided> provided() {
        return provided;
    }

    List<ToolProblem> problems() {
        return problems;
    }

    private void add(Offer offer, Duration limit) {
        GuardedCall<List<LentTool>> call =
                GuardedCall.start("tools-" + offer.name(), ToolCatalogue.classLoader(offer), () -> ask(offer));
        try {
            Optional<Ending<List<LentTool>>> ending = call.await(limit);
            if (ending.isEmpty()) {
                problem(offer, "took longer than %d s to list its tools".formatted(limit.toSeconds()));
            } else {
                String reason = ending.get().fold(found -> register(offer, found), Listing::reason);
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
            found.add(LentTool.of(offer, tool));
        }
        return found;
    }

    private static String reason(Throwable cause) {
        return cause instanceof IllegalArgumentException
                ? "cannot use its settings: " + cause.getMessage()
                : "broke while it listed its tools: " + Ending.describe(cause);
    }

    private String register(Offer offer, List<LentTool> found) {
        provided.add(new Provided(offer, found));
        return "";
    }

    private void problem(Offer offer, String reason) {
        problems.add(new ToolProblem(offer.name(), reason));
    }
}

package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tools of all providers by name, the same for every person. Thread-safe; when a source has changed, its providers are asked again
 * before the next answer, and only its own.
 *
 * <p>A provider that breaks, takes too long or does not like its settings is left out, and so is a tool whose name is taken by a source or
 * a provider before it; {@link #problems()} tells.
 */
public final class ToolCatalogue {

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    private final List<ToolSource> sources;
    private final Duration limit;
    private final Safeguards safeguards;
    private final List<Listing> listings = new ArrayList<>();
    private Assortment assortment;

    private ToolCatalogue(List<ToolSource> sources, Duration limit, Safeguards safeguards) {
        this.sources = List.copyOf(sources);
        this.limit = limit;
        this.safeguards = requireNonNull(safeguards, "safeguards");
        this.sources.forEach(source -> listings.add(Listing.of(source, limit)));
        this.assortment = new Assortment(listings);
    }

    /** Asks each provider for its tools, in this order. */
    public static ToolCatalogue of(List<Offer> offers) {
        return of(offers, USUAL_LIMIT);
    }

    /** The tools of all sources, in their order. */
    public static ToolCatalogue from(List<ToolSource> sources, Safeguards safeguards) {
        return new ToolCatalogue(sources, USUAL_LIMIT, safeguards);
    }

    /** The same where nothing is kept of what hangs. */
    public static ToolCatalogue from(List<ToolSource> sources) {
        return from(sources, Safeguards.unkept());
    }

    static ToolCatalogue of(List<Offer> offers, Duration limit) {
        return new ToolCatalogue(List.of(ToolSource.fixed(offers)), limit, Safeguards.unkept());
    }

    /** All tools in the order of the sources, the providers and, within one, in its own order. */
    public List<ToolSpec> specs() {
        return current().tools().values().stream().map(LentTool::spec).toList();
    }

    /** Which provider a tool comes from; empty when there is no such tool. */
    public Optional<String> providerOf(String tool) {
        return find(tool).map(found -> found.offer().name());
    }

    /** What had to be left out, and why. */
    public List<ToolProblem> problems() {
        List<ToolProblem> problems = new ArrayList<>(current().problems());
        safeguards.health().suspended().forEach((provider, why) -> problems.add(new ToolProblem(provider, why)));
        return List.copyOf(problems);
    }

    /** What watches over the calls of these tools, for whomever they are made. */
    public Safeguards safeguards() {
        return safeguards;
    }

    Optional<LentTool> find(String name) {
        return Optional.ofNullable(current().tools().get(name));
    }

    /** The providers whose tools could be had. */
    List<Offer> offers() {
        return List.copyOf(current().offers());
    }

    /** Whether one of the provider's tools declared that it reads memory. */
    boolean readsMemory(Offer offer) {
        return current().tools().values().stream()
                .anyMatch(tool -> tool.offer().equals(offer) && LentContext.readsMemory(tool.spec()));
    }

    static ClassLoader classLoader(Offer offer) {
        ClassLoader own = offer.provider().getClass().getClassLoader();
        return own == null ? ToolCatalogue.class.getClassLoader() : own;
    }

    private synchronized Assortment current() {
        boolean changed = false;
        for (int place = 0; place < sources.size(); place++) {
            ToolSource source = sources.get(place);
            if (!listings.get(place).isOf(source)) {
                listings.set(place, Listing.of(source, limit));
                changed = true;
            }
        }
        if (changed) {
            assortment = new Assortment(listings);
        }
        return assortment;
    }
}

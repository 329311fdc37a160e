package io.personaagent.core.tool;

import io.personaagent.core.guard.Ending;
import io.personaagent.core.guard.GuardedCall;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.NoticeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what providers have to say unasked; one that breaks or is slow is left out, with a line in the log. */
final class Notices {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final ToolCatalogue catalogue;
    private final ToolLending lending;
    private final Duration limit;

    Notices(ToolCatalogue catalogue, ToolLending lending) {
        this(catalogue, lending, LIMIT);
    }

    Notices(ToolCatalogue catalogue, ToolLending lending, Duration limit) {
        this.catalogue = catalogue;
        this.lending = lending;
        this.limit = limit;
    }

    private record Asked(String provider, GuardedCall<List<String>> call) {}

    /** All notices in the order of the providers, each at most so many bytes long. All sources together have the one limit. */
    List<String> collect(int bytes) {
        TurnDeadline deadline = TurnDeadline.in(limit);
        List<Asked> asked = new ArrayList<>();
        for (Offer offer : catalogue.offers()) {
            if (offer.provider() instanceof NoticeSource source) {
                asked.add(new Asked(offer.name(), ask(offer, source, deadline)));
            }
        }
        return asked.stream()
                .flatMap(source -> answer(source, deadline).stream())
                .map(notice -> HeadAndTail.of(notice, bytes))
                .toList();
    }

    private GuardedCall<List<String>> ask(Offer offer, NoticeSource source, TurnDeadline deadline) {
        Insight insight = catalogue.readsMemory(offer)
                ? Insight.of(lending, Use.of(Purpose.OUTSIDE, ""), lent -> {})
                : Insight.refused(offer.name());
        LentContext context = new LentContext(
                lending, offer.name(), insight, deadline, new Trail(new Marks(lending, offer.name()), false));
        return GuardedCall.start(
                "notices-" + offer.name(),
                ToolCatalogue.classLoader(offer),
                () -> List.copyOf(source.notices(context)));
    }

    private static List<String> answer(Asked asked, TurnDeadline deadline) {
        try {
            Optional<Ending<List<String>>> ending = asked.call.await(deadline.left());
            if (ending.isEmpty()) {
                LOG.warn("notices of {} took too long and were left out", asked.provider);
                return List.of();
            }
            return ending.get().fold(notices -> notices, cause -> {
                LOG.warn("notices of {} broke: {}", asked.provider, Ending.describe(cause));
                return List.of();
            });
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            asked.call.abandon();
        }
    }
}

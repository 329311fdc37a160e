package io.personaagent.memory;

import io.personaagent.memory.boundary.Care;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.UserStore;
import java.util.List;

/** The way into the log: what comes in has left its secrets outside and is filed under its class. */
final class Door {

    private final UserStore store;
    private final EpisodeLog log;

    Door(UserStore store) {
        this.store = store;
        this.log = store.episodes();
    }

    /** With changes of somebody's records: all of it, or nothing. */
    Receipt append(Episode episode, String owner, Changes beside) {
        Episode safe = safe(episode);
        try {
            return store.append(safe, owner, beside);
        } catch (ConflictException somewhere) {
            return store.append(asItStands(safe), owner, beside);
        }
    }

    List<Receipt> appendAll(List<Episode> episodes) {
        List<Episode> safe = episodes.stream().map(Door::safe).toList();
        try {
            return log.appendAll(safe);
        } catch (ConflictException somewhere) {
            return log.appendAll(safe.stream().map(this::asItStands).toList());
        }
    }

    private static Episode safe(Episode episode) {
        return Care.filed(SafeEpisode.of(episode).kept());
    }

    /** The log's own version of an episode that an earlier release let in by other rules, so that importing it again adds nothing. */
    private Episode asItStands(Episode episode) {
        return log.find(episode.id())
                .map(stored -> appended(stored, episode))
                .filter(stored -> same(safe(stored), episode))
                .orElse(episode);
    }

    /** The stored one with no more feedback than came with it. */
    private static Episode appended(Episode stored, Episode again) {
        List<Feedback> feedback = stored.feedback();
        int came = Math.min(feedback.size(), again.feedback().size());
        return new Episode(
                stored.id(), stored.occasion(), stored.exchange(), stored.provenance(), feedback.subList(0, came));
    }

    private static boolean same(Episode one, Episode other) {
        return one.occasion().session().equals(other.occasion().session())
                && one.occasion().happened().equals(other.occasion().happened())
                && one.exchange().equals(other.exchange())
                && one.provenance().equals(other.provenance())
                && one.feedback().equals(other.feedback());
    }
}

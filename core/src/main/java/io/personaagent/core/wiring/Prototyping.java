package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.Home;
import io.personaagent.core.config.Settings;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Labels;
import io.personaagent.persona.align.statistical.Marks;
import io.personaagent.persona.prototype.Consent;
import io.personaagent.persona.prototype.Contribution;
import io.personaagent.persona.prototype.PrototypeFile;
import io.personaagent.persona.prototype.Prototypes;
import io.personaagent.tools.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people of one home have in common, counted over those who agreed and told to those who agreed. Without the setting nothing is
 * counted, told or kept. Thread-safe.
 */
public final class Prototyping {

    /** The setting that allows it at all. */
    public static final String SETTING = "persona.prototypes";

    private static final Logger LOG = LoggerFactory.getLogger(Prototyping.class);

    private final boolean on;
    private final PrototypeFile file;
    private final Supplier<List<UserId>> users;
    private final Function<UserId, UserStore> stores;

    Prototyping(boolean on, PrototypeFile file, Supplier<List<UserId>> users, Function<UserId, UserStore> stores) {
        this.on = on;
        this.file = requireNonNull(file, "file");
        this.users = requireNonNull(users, "users");
        this.stores = requireNonNull(stores, "stores");
    }

    static Prototyping of(
            Settings settings, Home home, Supplier<List<UserId>> users, Function<UserId, UserStore> stores) {
        return new Prototyping(
                settings.text(SETTING).equals("on"), new PrototypeFile(home.prototypes()), users, stores);
    }

    /** Whether the home allows it. */
    public boolean isOn() {
        return on;
    }

    /** Whether the person agreed to be counted and told. */
    public boolean agreed(UserId user) {
        return consent(stores.apply(user)).isGiven();
    }

    /** From now on the person is counted and told. */
    public void agree(UserId user) {
        consent(stores.apply(user)).give();
        make();
    }

    /** From now on the person is neither counted nor told; at once. */
    public void leave(UserId user) {
        consent(stores.apply(user)).withdraw();
        make();
    }

    /** Counts anew; what was counted before is gone. Nothing is left where the home does not allow it or too few agreed. */
    public synchronized void make() {
        List<Contribution> counted = new ArrayList<>();
        if (on) {
            users.get().forEach(user -> contribution(user).ifPresent(counted::add));
        }
        file.write(Prototypes.of(counted));
    }

    /** Counts anew where this person is counted. */
    public void makeFor(UserId user) {
        if (on && agreed(user)) {
            make();
        }
    }

    /** What this person may be told; nothing where they or the home did not agree. */
    public Prototypes told(UserId user) {
        return on && agreed(user) ? file.read() : Prototypes.NONE;
    }

    /** Who cannot be read is not counted. */
    private Optional<Contribution> contribution(UserId user) {
        try {
            UserStore store = stores.apply(user);
            return consent(store).isGiven() ? contribution(store) : Optional.empty();
        } catch (MemoryException unreadable) {
            LOG.warn("{} is not counted for prototypes: their store cannot be read", user, unreadable);
            return Optional.empty();
        }
    }

    private static Optional<Contribution> contribution(UserStore store) {
        List<Labelled> oldestFirst = new ArrayList<>(Labels.in(store.episodes()).newestFirst());
        Collections.reverse(oldestFirst);
        return Marks.of(oldestFirst).flatMap(marks -> Contribution.of(marks.rated(), marks.scale()));
    }

    private static Consent consent(UserStore store) {
        return new Consent(store.records(Consent.OWNER));
    }
}

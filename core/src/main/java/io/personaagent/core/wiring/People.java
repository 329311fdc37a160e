package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.Person;
import io.personaagent.core.config.Settings;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.tools.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who was asked for, each with their store open until the end; what is not asked for is not made. Thread-safe. */
final class People implements AutoCloseable {

    private final Supplier<Stores> all;
    private final Supplier<Backends> backends;
    private final Supplier<Lent> lent;
    private final Supplier<Settings> settings;
    private final Map<UserId, UserStore> stores = new HashMap<>();
    private final Map<UserId, Person> people = new HashMap<>();

    People(Supplier<Stores> all, Supplier<Backends> backends, Supplier<Lent> lent, Supplier<Settings> settings) {
        this.all = requireNonNull(all, "all");
        this.backends = requireNonNull(backends, "backends");
        this.lent = requireNonNull(lent, "lent");
        this.settings = requireNonNull(settings, "settings");
    }

    synchronized Person person(UserId user) {
        return people.computeIfAbsent(user, this::open);
    }

    synchronized UserStore store(UserId user) {
        return stores.computeIfAbsent(user, all.get()::open);
    }

    /**
     * A memory of its own over the person's log.
     *
     * @param where the backend's name stands
     */
    Memory memory(UserId user, String backend, String where) {
        return new Memory(store(user), backends.get().named(backend, where), lentTo(backend));
    }

    Lent lentTo(String backend) {
        Lent configured = lent.get();
        return new Lent(
                configured.embedders(),
                configured.chatModel(),
                configured.clock(),
                settings.get().table("memory." + backend),
                configured.policy());
    }

    @Override
    public synchronized void close() {
        people.values().forEach(person -> person.memory().close());
        stores.values().forEach(UserStore::close);
        people.clear();
        stores.clear();
    }

    private Person open(UserId user) {
        Memory memory = memory(user, settings.get().text("memory.backend"), "memory.backend");
        String rules = Personas.fixedRules();
        RecordPersonaStore kept = new RecordPersonaStore(store(user).records(RecordPersonaStore.OWNER), rules);
        return new Person(
                user,
                memory,
                new Personas(kept, rules, lent.get().clock()),
                lent.get().clock());
    }
}

package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import io.personaagent.core.Agent;
import io.personaagent.core.EpisodeIds;
import io.personaagent.core.Person;
import io.personaagent.core.Service;
import io.personaagent.core.config.Home;
import io.personaagent.core.config.Settings;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.plugin.PluginHost;
import io.personaagent.core.plugin.PluginShelf;
import io.personaagent.core.tool.Asker;
import io.personaagent.core.tool.PolicyApprovals;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Pace;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * An open home: the front doors' way to everything. What is not asked for is not started, so that a short command stays short.
 * Thread-safe.
 */
public final class Household implements AutoCloseable {

    private final Injector injector;
    private final HomeModule module;
    private final Map<UserId, UserStore> stores = new HashMap<>();
    private final Map<UserId, Person> people = new HashMap<>();

    Household(Injector injector, HomeModule module) {
        this.injector = requireNonNull(injector, "injector");
        this.module = requireNonNull(module, "module");
    }

    public Home home() {
        return made(Home.class);
    }

    public Settings settings() {
        return made(Settings.class);
    }

    /** The time, in the person's time zone. */
    public Clock clock() {
        return made(Clock.class);
    }

    public EpisodeIds ids() {
        return made(EpisodeIds.class);
    }

    /** Everybody's stores. */
    public Stores stores() {
        return made(Stores.class);
    }

    /** The plugins, started. */
    public PluginHost plugins() {
        return made(PluginHost.class);
    }

    /** The folder of installed plugins; none of their code runs. */
    public PluginShelf pluginShelf() {
        return made(PluginShelf.class);
    }

    /** Starts loading what an answer will need, in the background. */
    public Household warmUp() {
        module.preload();
        return this;
    }

    /** What is kept of a person; what the memory backend has not absorbed yet is absorbed when memory is used. */
    public synchronized Person person(UserId user) {
        return people.computeIfAbsent(user, this::open);
    }

    /** Who serves the person; what a tool wants to do beyond the rules is asked of the asker. */
    public Service serve(Person person, Asker asker) {
        PersonsLending lending = new PersonsLending(
                person, store(person.user()), made(SqliteStores.class).folder(person.user()), settings());
        Toolbox toolbox = new Toolbox(made(ToolCatalogue.class), lending, ToolLimits.USUAL, new PolicyApprovals(asker));
        Planners planners = made(Planners.class);
        Agent reflex = agent(person, planners.reflex(), toolbox);
        return new Service(
                planners.model().map(planner -> agent(person, planner, toolbox)).orElse(reflex), reflex, toolbox);
    }

    @Override
    public synchronized void close() {
        people.values().forEach(person -> person.memory().close());
        stores.values().forEach(UserStore::close);
        people.clear();
        stores.clear();
        module.close();
    }

    /** What was wrong is told in its own words; that a container was at work is nobody's concern. */
    private <T> T made(Class<T> type) {
        try {
            return injector.getInstance(type);
        } catch (ProvisionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException own ? own : wrapped;
        }
    }

    private Agent agent(Person person, Planner planner, Toolbox toolbox) {
        return new Agent(person.personas(), person.memory(), planner, toolbox, made(Pace.class));
    }

    private Person open(UserId user) {
        UserStore store = store(user);
        Memory memory = new Memory(store, made(MemoryChoice.class).chosen(), made(Lent.class));
        String rules = Personas.fixedRules();
        Personas personas =
                new Personas(new RecordPersonaStore(store.records(RecordPersonaStore.OWNER), rules), rules, clock());
        return new Person(user, memory, personas, clock());
    }

    private synchronized UserStore store(UserId user) {
        return stores.computeIfAbsent(user, stores()::open);
    }
}

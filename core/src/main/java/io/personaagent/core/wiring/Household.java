package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import io.personaagent.core.Agent;
import io.personaagent.core.EpisodeIds;
import io.personaagent.core.PastTurns;
import io.personaagent.core.Person;
import io.personaagent.core.Service;
import io.personaagent.core.align.Keeper;
import io.personaagent.core.align.Quiet;
import io.personaagent.core.config.Home;
import io.personaagent.core.config.Settings;
import io.personaagent.core.mcp.McpServers;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Permits;
import io.personaagent.core.permit.RuleFile;
import io.personaagent.core.plan.KindredPlanner;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.plugin.PluginHost;
import io.personaagent.core.plugin.PluginShelf;
import io.personaagent.core.select.Offering;
import io.personaagent.core.skill.SkillShelf;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Pace;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.Rebuild;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Simulator;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.persona.prototype.Prototypes;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * An open home: the front doors' way to everything. What is not asked for is not started, so that a short command stays short.
 * Thread-safe.
 */
public final class Household implements AutoCloseable {

    private final Injector injector;
    private final HomeModule module;
    private final Queue<Rebuild> renewals = new ConcurrentLinkedQueue<>();
    private final Queue<Keeper> keepers = new ConcurrentLinkedQueue<>();
    private final Threads warming = new Threads();
    private final People people = new People(
            () -> the(Stores.class), () -> the(Backends.class), () -> the(Lent.class), () -> the(Settings.class));

    Household(Injector injector, HomeModule module) {
        this.injector = requireNonNull(injector, "injector");
        this.module = requireNonNull(module, "module");
    }

    public Home home() {
        return the(Home.class);
    }

    public Settings settings() {
        return the(Settings.class);
    }

    /** The time, in the person's time zone. */
    public Clock clock() {
        return the(Clock.class);
    }

    public EpisodeIds ids() {
        return the(EpisodeIds.class);
    }

    /** Everybody's stores. */
    public Stores stores() {
        return the(Stores.class);
    }

    /** The plugins, started. */
    public PluginHost plugins() {
        return the(PluginHost.class);
    }

    /** The person's skills. */
    public SkillShelf skills() {
        return the(SkillShelf.class);
    }

    /** The MCP servers that are configured. */
    public McpServers mcpServers() {
        return the(McpServers.class);
    }

    /** The folder of installed plugins; none of their code runs. */
    public PluginShelf pluginShelf() {
        return the(PluginShelf.class);
    }

    /** The models that are used. */
    public HomeModels models() {
        return the(HomeModels.class);
    }

    /** The tools that there are now. */
    public ToolCatalogue tools() {
        return the(ToolCatalogue.class);
    }

    /** The log of a person, whatever becomes of the memory backend. */
    public EpisodeReader episodes(UserId user) {
        return store(user).episodes();
    }

    /** Starts loading what an answer will need, in the background. */
    public Household warmUp() {
        module.preload(work -> warming.start("embedding-model", work));
        warming.start("tools", () -> {
            List<ToolSpec> specs = tools().specs();
            if (asksModel()) {
                the(Offering.class).prepare(specs);
            }
        });
        return this;
    }

    /** What is kept of a person; what the memory backend has not absorbed yet is absorbed when memory is used. */
    public Person person(UserId user) {
        return people.person(user);
    }

    /**
     * A person's memory in another backend than the one that is configured; the same log, a view of its own. The caller closes it.
     *
     * @throws io.personaagent.core.config.ConfigException when there is no such backend
     */
    public Memory memory(UserId user, String backend) {
        return people.memory(user, backend, "--backend");
    }

    /** Where another embedder is configured than the one of a person's memory: brings that up to date in the background. */
    public Household tend(Person person) {
        Rebuild renewal = person.memory().rebuild();
        renewals.add(renewal);
        if (person.memory().view().isOutdated()) {
            warming.start("memory-view", () -> renewal.run(Rebuild.Manner.IF_IDLE, Progress.none()));
        }
        return this;
    }

    /** Who serves the person; what a tool wants to do beyond the rules is asked of the asker. */
    public Service serve(Person person, Asker asker) {
        Toolbox toolbox =
                new Toolbox(tools(), lending(person), ToolLimits.USUAL, new Permits(person.user(), toolRules(), asker));
        Planners planners = the(Planners.class);
        Agent reflex = agent(person, planners.reflex(), toolbox);
        return new Service(
                planners.model().map(planner -> agent(person, planner, toolbox)).orElse(reflex), reflex, toolbox);
    }

    /** What happened in a person's turns, and how they would go now. */
    public Journaling journaling(Person person) {
        Planners planners = the(Planners.class);
        return new Journaling(
                person,
                tools().specs(),
                planners,
                planner -> informed(person, planner),
                Journaling.Setup.of(settings(), new Prompts(home().prompts()), the(Offering.class)));
    }

    /** The person's standing words about what tools may do. */
    public RuleFile toolRules() {
        return new RuleFile(home().toolRules());
    }

    /** Whether a model is configured, and the person did not choose to go without. */
    public boolean asksModel() {
        return the(Planners.class).model().isPresent();
    }

    /**
     * What aligns a person's persona with what they really wanted, as the only one at a time; without a model, by counting.
     *
     * @param door what the person knows this process as, such as {@code personaagent align}
     */
    public SoleAlignment alignment(Person person, String door) {
        return the(Aligning.class).sole(person, store(person.user()), door, new Quiet());
    }

    /** After how many newly corrected answers a front door aligns in the background; 0 for never. */
    public int alignsEvery() {
        return the(Aligning.class).rhythm().every();
    }

    /** The same in the background of a front door, for as long as this household is open. */
    public synchronized Keeper keep(Person person, String door) {
        Keeper keeper = the(Aligning.class).keeper(person, store(person.user()), door);
        keepers.add(keeper);
        return keeper;
    }

    /** What aligns a person by what goes through their past turns; whoever asks for it sees to it that nobody else does. */
    public Alignment alignment(Person person, Simulator simulator) {
        return the(Aligning.class).alignment(person, simulator, new Quiet());
    }

    /**
     * What goes through a person's past turns again, with the planner that serves here.
     *
     * @param recall how many memories the planner is shown
     * @param way to the embedder, such as one that keeps what was embedded
     */
    public PastTurns pastTurns(Person person, int recall, UnaryOperator<Embedder> way) {
        return the(Aligning.class).pastTurns(person, recall, way);
    }

    /** What makes a person's memory forget; it looks for traces in all of the home that could hold words of theirs. */
    public Forgetter forgetter(Person person) {
        List<Path> places = new ArrayList<>(home().otherFiles());
        places.add(PersonsLending.tools(the(SqliteStores.class).folder(person.user())));
        return person.memory().forgetter(places);
    }

    PersonsLending lending(Person person) {
        UserId user = person.user();
        return new PersonsLending(person, store(user), the(SqliteStores.class).folder(user), settings());
    }

    /**
     * A memory backend by its name, a plugin's too; for who wants to try one on another store.
     *
     * @throws io.personaagent.core.config.ConfigException when there is none of this name
     */
    public MemoryProvider backend(String name) {
        return the(Backends.class).named(name, "--backend");
    }

    /** What a memory backend is lent here besides a person's store. */
    public Lent lentTo(String backend) {
        return people.lentTo(backend);
    }

    /** Waits for what is still being loaded. */
    @Override
    public synchronized void close() {
        keepers.forEach(Keeper::close);
        renewals.forEach(Rebuild::stop);
        warming.awaitEnd();
        people.close();
        module.close();
    }

    /** The one of this type; what its making throws is thrown as it is, without Guice's own report around it. */
    private <T> T the(Class<T> type) {
        try {
            return injector.getInstance(type);
        } catch (ProvisionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Agent agent(Person person, Planner planner, Toolbox toolbox) {
        return new Agent(person, informed(person, planner), toolbox, the(Pace.class), new ThisProcess());
    }

    /** What people of this home have in common. */
    public Prototyping prototyping() {
        return Prototyping.of(settings(), home(), stores()::users, this::store);
    }

    /** With what people like the person have in common, where they want that. */
    private Planner informed(Person person, Planner planner) {
        Prototypes told = prototyping().told(person.user());
        return told.all().isEmpty() ? planner : new KindredPlanner(planner, told);
    }

    private UserStore store(UserId user) {
        return people.store(user);
    }
}

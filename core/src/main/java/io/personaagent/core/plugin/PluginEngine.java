package io.personaagent.core.plugin;

import io.personaagent.core.guard.Ending;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.tools.Spi;
import io.personaagent.tools.ToolProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.pf4j.JarPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.RuntimeMode;

/**
 * PF4J's manager for exactly one plugin, behind the fence.
 *
 * <p>{@link #run} executes the plugin's code; call it from a thread that can be abandoned.
 */
final class PluginEngine extends JarPluginManager {

    /** What a plugin brought, made and asked for its name. */
    record Brought(List<FromPlugin<ToolProvider>> tools, List<FromPlugin<MemoryProvider>> memories) {}

    private final Path jar;

    PluginEngine(Path jar) {
        super(jar.toAbsolutePath().getParent());
        this.jar = jar.toAbsolutePath();
        setSystemVersion(Spi.VERSION);
        setExactVersionAllowed(true);
    }

    /**
     * Loads and starts the plugin and makes its extensions.
     *
     * @throws PluginException saying what broke
     */
    Brought run() {
        String id = loadPlugin(jar);
        Thread.currentThread().setContextClassLoader(getPluginClassLoader(id));
        begin(id);
        Brought brought = new Brought(new ArrayList<>(), new ArrayList<>());
        Set<String> classNames = new TreeSet<>(getExtensionClassNames(id));
        classNames.forEach(className -> add(brought, id, className));
        if (brought.tools().isEmpty() && brought.memories().isEmpty()) {
            throw new PluginException("none of its extensions is a ToolProvider or a MemoryProvider: %s"
                    .formatted(String.join(", ", classNames)));
        }
        return brought;
    }

    /** Stops the plugin and closes its class loader; executes the plugin's code as well. */
    void halt() throws IOException {
        // One by one: PF4J's stopPlugins() takes them out of the very list that it walks through, and breaks before it
        // closes a jar.
        for (PluginWrapper plugin : List.copyOf(getPlugins())) {
            try {
                stopPlugin(plugin.getPluginId());
            } finally {
                ((FencedLoader) plugin.getPluginClassLoader()).close();
            }
        }
    }

    @Override
    public RuntimeMode getRuntimeMode() {
        return RuntimeMode.DEPLOYMENT; // not what a system property says
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path path) {
                return true;
            }

            @Override
            public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                return new FencedLoader(PluginEngine.this, descriptor, path);
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return PluginEngine::plugin; // PF4J's own logs what broke and answers null
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String pluginId) {
                return false;
            }

            @Override
            public void disablePlugin(String pluginId) {}

            @Override
            public void enablePlugin(String pluginId) {}
        };
    }

    private void begin(String id) {
        try {
            startPlugin(id);
        } catch (RuntimeException | Error broke) {
            throw broke("start()", broke);
        }
        PluginWrapper plugin = getPlugin(id);
        if (plugin.getPluginState() != PluginState.STARTED) {
            Throwable cause = plugin.getFailedException();
            if (cause instanceof PluginException known) {
                throw known;
            }
            throw cause == null
                    ? new PluginException("it did not start; it is " + plugin.getPluginState())
                    : broke("start()", cause);
        }
    }

    private static Plugin plugin(PluginWrapper wrapper) {
        String className = wrapper.getDescriptor().getPluginClass();
        return (Plugin) made(wrapper.getPluginClassLoader(), className, Plugin.class);
    }

    private void add(Brought brought, String id, String className) {
        Object extension = made(getPluginClassLoader(id), className, Object.class);
        if (extension instanceof ToolProvider tools) {
            brought.tools().add(new FromPlugin<>(id, name(className, tools::name), tools));
        }
        if (extension instanceof MemoryProvider memories) {
            brought.memories().add(new FromPlugin<>(id, name(className, memories::name), memories));
        }
    }

    private static Object made(ClassLoader loader, String className, Class<?> type) {
        try {
            return type.cast(loader.loadClass(className).getConstructor().newInstance());
        } catch (ReflectiveOperationException | RuntimeException | Error broke) {
            throw broke("class " + className, broke);
        }
    }

    private static String name(String className, Supplier<String> naming) {
        String name;
        try {
            name = naming.get();
        } catch (RuntimeException | Error broke) {
            throw broke(className + ".name()", broke);
        }
        if (name == null || !PluginCheck.ID.matcher(name).matches()) {
            throw new PluginException(
                    "%s is called '%s'; a name must be %s".formatted(className, name, PluginCheck.ID_RULE));
        }
        return name;
    }

    private static PluginException broke(String what, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause && isWrapping(cause)) {
            cause = cause.getCause();
        }
        return new PluginException("its %s broke: %s".formatted(what, Ending.describe(cause)), thrown);
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof InvocationTargetException
                || thrown instanceof ExceptionInInitializerError
                || thrown instanceof NoClassDefFoundError;
    }
}

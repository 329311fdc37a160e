package io.personaagent.core.plugin;

import java.nio.file.Path;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** Loads one plugin's classes: what is lent comes from the host, all else from the plugin's own jar. */
final class FencedLoader extends PluginClassLoader {

    FencedLoader(PluginManager engine, PluginDescriptor plugin, Path jar) {
        super(engine, plugin, new PluginFence(FencedLoader.class.getClassLoader()));
        addFile(jar.toFile());
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return super.shouldDelegateToParent(className) || PluginFence.lends(className);
    }

    @Override
    public Class<?> loadClass(String className) throws ClassNotFoundException {
        try {
            return super.loadClass(className);
        } catch (ClassNotFoundException nowhere) {
            throw PluginFence.notOpen(className); // PF4J's own says only the name
        }
    }
}

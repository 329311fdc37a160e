package io.personaagent.core.plugin;

import java.util.Set;

/**
 * The parent of every plugin's class loader: the JDK, and of the host only what is lent here.
 *
 * <p>A fence and no prison: it keeps a plugin from leaning on the host by accident and from bringing clashing copies. Code that means harm
 * has the same rights as the program; against that stands only what the person installs.
 *
 * <p>Lends classes and no resources, so that a plugin's look-ups of services and files find its own and never the host's.
 */
final class PluginFence extends ClassLoader {

    /** Packages that are lent whole; a package inside one of them is another package. */
    private static final Set<String> PACKAGES = Set.of(
            "io.personaagent.tools",
            "io.personaagent.memory.spi",
            "io.personaagent.memory.episode",
            "io.personaagent.memory.text",
            "org.jspecify.annotations",
            "org.slf4j",
            "org.slf4j.event",
            "org.slf4j.helpers",
            "org.slf4j.spi",
            "dev.langchain4j.agent.tool",
            "dev.langchain4j.data.audio",
            "dev.langchain4j.data.document",
            "dev.langchain4j.data.embedding",
            "dev.langchain4j.data.image",
            "dev.langchain4j.data.message",
            "dev.langchain4j.data.pdf",
            "dev.langchain4j.data.segment",
            "dev.langchain4j.data.video",
            "dev.langchain4j.exception",
            "dev.langchain4j.model",
            "dev.langchain4j.model.chat",
            "dev.langchain4j.model.chat.listener",
            "dev.langchain4j.model.chat.request",
            "dev.langchain4j.model.chat.request.json",
            "dev.langchain4j.model.chat.response",
            "dev.langchain4j.model.embedding",
            "dev.langchain4j.model.embedding.listener",
            "dev.langchain4j.model.embedding.request",
            "dev.langchain4j.model.embedding.response",
            "dev.langchain4j.model.input",
            "dev.langchain4j.model.output");

    /** Of PF4J only what a plugin is made of, never what leads to the manager. */
    private static final Set<String> CLASSES = Set.of(
            "org.pf4j.Extension", "org.pf4j.ExtensionPoint", "org.pf4j.Plugin", "org.pf4j.PluginRuntimeException");

    /** What a plugin's author is told to be open. */
    private static final String OPEN =
            "the JDK, io.personaagent.tools, io.personaagent.memory.{spi,episode,text}, org.pf4j.{Extension,ExtensionPoint,Plugin},"
                    + " org.slf4j, org.jspecify.annotations and dev.langchain4j.{agent.tool,data,exception,model}";

    /** Packages of which a plugin may not bring a copy: its copy would not be the host's, or would pose as the host. */
    private static final Set<String> TAKEN = Set.of(
            "io.personaagent.app.",
            "io.personaagent.core.",
            "io.personaagent.memory.",
            "io.personaagent.persona.",
            "org.jspecify.",
            "org.pf4j.",
            "org.slf4j.");

    private final ClassLoader host;

    PluginFence(ClassLoader host) {
        super("fence", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (lends(name)) {
            return host.loadClass(name);
        }
        throw notOpen(name);
    }

    /** Whether the class is one of the host's that plugins share. */
    static boolean lends(String className) {
        int dot = className.lastIndexOf('.');
        return (dot > 0 && PACKAGES.contains(className.substring(0, dot))) || CLASSES.contains(outermost(className));
    }

    /** Whether a plugin may not bring a class of this name. */
    static boolean takes(String className) {
        return lends(className) || TAKEN.stream().anyMatch(className::startsWith);
    }

    static ClassNotFoundException notOpen(String className) {
        return new ClassNotFoundException(
                "'%s' is not in the plugin and not open to plugins; open are %s".formatted(className, OPEN));
    }

    private static String outermost(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}

package io.personaagent.core.kit;

import java.util.stream.Stream;

/** What a new plugin is to bring. */
public enum PluginKind {
    /** Something that the agent can do. */
    TOOL("tools-api"),
    /** A way to remember. */
    MEMORY("memory");

    private final String api;

    PluginKind(String api) {
        this.api = api;
    }

    /** The module that it is built against. */
    String api() {
        return api;
    }

    /** Whether that file of the repository is needed; the memory module stands on the tools'. */
    boolean needs(String file) {
        return Stream.of("parent", "tools-api", api).anyMatch(module -> file.contains("/personaagent-" + module + "/"));
    }
}

package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All that is to be told about one plugin.
 *
 * @param reason why it does not run, or not as it is installed; empty when all is well
 * @param offered what it brought; nothing unless it runs
 */
public record PluginInfo(PluginManifest manifest, PluginFile file, State state, String reason, Offered offered) {

    /** How far a plugin has come. */
    public enum State {
        /** Passed every check; not started. */
        READY,
        /** Runs. */
        STARTED,
        /** Not let in; none of its code ran, or what it brought collides with another plugin's. */
        REFUSED,
        /** Was let in and broke, or is missing. */
        FAILED
    }

    /**
     * The names of what a plugin brought.
     *
     * @param tools names of tool providers
     * @param memories names of memory providers
     */
    public record Offered(List<String> tools, List<String> memories) {

        static final Offered NOTHING = new Offered(List.of(), List.of());

        public Offered {
            tools = List.copyOf(tools);
            memories = List.copyOf(memories);
        }
    }

    public PluginInfo {
        requireNonNull(manifest, "manifest");
        requireNonNull(file, "file");
        requireNonNull(state, "state");
        requireNonNull(reason, "reason");
        requireNonNull(offered, "offered");
    }

    public String id() {
        return manifest.id();
    }

    static PluginInfo ready(PluginManifest manifest, PluginFile file) {
        return new PluginInfo(manifest, file, State.READY, "", Offered.NOTHING);
    }

    static PluginInfo refused(PluginManifest manifest, PluginFile file, String reason) {
        return new PluginInfo(manifest, file, State.REFUSED, reason, Offered.NOTHING);
    }

    static PluginInfo failed(PluginManifest manifest, PluginFile file, String reason) {
        return new PluginInfo(manifest, file, State.FAILED, reason, Offered.NOTHING);
    }

    PluginInfo refused(String why) {
        return refused(manifest, file, why);
    }

    PluginInfo failed(String why) {
        return failed(manifest, file, why);
    }

    PluginInfo started(Offered brought, String but) {
        return new PluginInfo(manifest, file, State.STARTED, but, brought);
    }

    boolean isReady() {
        return state == State.READY;
    }
}

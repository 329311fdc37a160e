package io.personaagent.core.plugin;

/** A plugin or the list of plugins cannot be used; the message says why and, where it can, what would be right. */
public final class PluginException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}

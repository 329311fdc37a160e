package io.personaagent.core.config;

import java.util.List;

/** The configuration cannot be used. The message lists everything that is wrong with it, so that it can be mended in one go. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConfigException(String where, List<String> problems) {
        super("%s: %s".formatted(where, String.join("; ", problems)));
    }
}

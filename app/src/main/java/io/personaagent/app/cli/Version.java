package io.personaagent.app.cli;

import io.personaagent.tools.Spi;

/** Which version this is, as the jar's manifest has it. */
final class Version {

    private Version() {}

    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "personaagent %s (plugin SPI %s, Java %s)"
                .formatted(
                        version == null ? "from sources" : version,
                        Spi.VERSION,
                        Runtime.version().feature());
    }
}

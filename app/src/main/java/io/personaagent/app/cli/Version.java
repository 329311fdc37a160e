package io.personaagent.app.cli;

import io.personaagent.tools.Spi;

/** Which version this is, as the jar's manifest has it. */
final class Version {

    private Version() {}

    static String line() {
        return "personaagent %s (plugin SPI %s, Java %s)"
                .formatted(number(), Spi.VERSION, Runtime.version().feature());
    }

    /** The version alone. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "from sources" : version;
    }
}

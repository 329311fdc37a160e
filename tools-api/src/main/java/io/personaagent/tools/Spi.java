package io.personaagent.tools;

/** The version of the interfaces that plugins are written against; it follows semantic versioning. */
public final class Spi {

    /** What a plugin names in its manifest: {@code Plugin-Requires: >=1.0.0 & <2.0.0}. */
    public static final String VERSION = "1.0.0";

    private Spi() {}
}

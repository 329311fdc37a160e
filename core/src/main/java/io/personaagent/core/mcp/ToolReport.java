package io.personaagent.core.mcp;

/**
 * A tool of a server, for the person to look at.
 *
 * @param name as the server calls it
 * @param standing approved, changed, new or server changed
 * @param hash of exactly this definition
 * @param definition all that the server says of it now, with hidden characters made visible
 * @param approved the same as it was approved; empty when it is not known or the same
 */
public record ToolReport(String name, String standing, String hash, String definition, String approved) {}

/**
 * Plugins: what is looked at before a jar is opened, the fence that they live behind, and the host that runs them.
 *
 * <p>The only package that knows PF4J's manager. Each plugin has a manager of its own, so that one that hangs or breaks holds nothing that
 * another needs.
 */
@NullMarked
package io.personaagent.core.plugin;

import org.jspecify.annotations.NullMarked;

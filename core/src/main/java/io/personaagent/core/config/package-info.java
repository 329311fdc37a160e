/** What can be set, where it stands, and what is told when it is wrong. */
@NullMarked
package io.personaagent.core.config;

import org.jspecify.annotations.NullMarked;

/** What a plugin's author is given: a project to begin with, and a second pair of eyes on what came out of it. */
@NullMarked
package io.personaagent.core.kit;

import org.jspecify.annotations.NullMarked;

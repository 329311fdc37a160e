/** The nouns of what happened: an episode and its parts. They know no collaborators. */
@NullMarked
package io.personaagent.memory.episode;

import org.jspecify.annotations.NullMarked;

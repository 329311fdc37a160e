/** Episodes as JSON: the one way in which they are written, to the store and to an archive. */
@NullMarked
package io.personaagent.memory.json;

import org.jspecify.annotations.NullMarked;

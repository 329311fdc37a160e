/**
 * Semantic memory: what the person has said of themself, drawn together into lines, each with the episodes that it rests on. No model is
 * needed; where there is one, it may summarise the lines, and can add to them but never take one away.
 */
@NullMarked
package io.personaagent.memory.profile;

import org.jspecify.annotations.NullMarked;

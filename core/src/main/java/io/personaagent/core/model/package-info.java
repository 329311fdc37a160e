/** From settings to a model that answers: the providers, their HTTP, and plain words for all that can go wrong on the way. */
@NullMarked
package io.personaagent.core.model;

import org.jspecify.annotations.NullMarked;

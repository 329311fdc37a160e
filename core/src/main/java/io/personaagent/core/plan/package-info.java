/** From a situation to a step: the planner without a model and the one with. */
@NullMarked
package io.personaagent.core.plan;

import org.jspecify.annotations.NullMarked;

/** What the planner without a model is made of: routes to tools, findings in memory, and the words of the answers. */
@NullMarked
package io.personaagent.core.plan.reflex;

import org.jspecify.annotations.NullMarked;

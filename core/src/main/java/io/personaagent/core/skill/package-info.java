/** Skills: folders with instructions for the agent, by the open convention {@code SKILL.md}; plugins without code. */
@NullMarked
package io.personaagent.core.skill;

import org.jspecify.annotations.NullMarked;

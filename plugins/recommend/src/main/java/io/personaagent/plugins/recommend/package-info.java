/** Ranks and scores things by what is known of the person. */
@NullMarked
package io.personaagent.plugins.recommend;

import org.jspecify.annotations.NullMarked;

/** What models are told, apart from the conversation: texts with ids and hashes, which the person may replace by files of their own. */
@NullMarked
package io.personaagent.memory.prompt;

import org.jspecify.annotations.NullMarked;

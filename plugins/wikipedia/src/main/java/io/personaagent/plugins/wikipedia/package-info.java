/** Search and summaries from Wikipedia or another MediaWiki. */
@NullMarked
package io.personaagent.plugins.wikipedia;

import org.jspecify.annotations.NullMarked;

/** Days and times as people say them. Part of each plugin that reads them, and no plugin itself. */
@NullMarked
package io.personaagent.plugins.times;

import org.jspecify.annotations.NullMarked;

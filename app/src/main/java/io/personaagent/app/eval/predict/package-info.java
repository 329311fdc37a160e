/** Measures how well closed questions about a person are answered, in the format and with the metrics of LaMP. */
@NullMarked
package io.personaagent.app.eval.predict;

import org.jspecify.annotations.NullMarked;

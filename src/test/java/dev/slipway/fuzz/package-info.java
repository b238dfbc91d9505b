/**
 * Fuzzing of what takes input from outside. {@code mvn verify} runs the kept corpus, below {@code
 * src/test/resources/dev/slipway/fuzz}; {@code tools/fuzz.sh} looks for more, for a bounded time.
 */
@NullMarked
package dev.slipway.fuzz;

import org.jspecify.annotations.NullMarked;

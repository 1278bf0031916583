/**
 * When tokens were used last and how often, gathered in memory and written in batches: a request writes nothing.
 */
@NullMarked
package dev.durin.usage;

import org.jspecify.annotations.NullMarked;

/**
 * Data source, persistence unit, schema scripts: where Durin keeps its tables, how its transactions reach them, and what nodes
 * tell each other there.
 */
@NullMarked
package dev.durin.store;

import org.jspecify.annotations.NullMarked;

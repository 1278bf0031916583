/**
 * Data source, persistence unit, schema scripts: where Durin keeps its tables and how its transactions reach them.
 */
@NullMarked
package dev.durin.store;

import org.jspecify.annotations.NullMarked;

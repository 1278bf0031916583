/**
 * Knows the registered API clients and their policies.
 */
@NullMarked
package dev.durin.client;

import org.jspecify.annotations.NullMarked;

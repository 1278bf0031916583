/**
 * Decides what a client may call: the annotations, their interceptors and their JAX-RS feature.
 */
@NullMarked
package dev.durin.access;

import org.jspecify.annotations.NullMarked;

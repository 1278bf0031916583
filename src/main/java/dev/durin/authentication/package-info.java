/**
 * Turns a request into a caller with a client, for the container, for JAX-RS and for an application's own mechanism.
 */
@NullMarked
package dev.durin.authentication;

import org.jspecify.annotations.NullMarked;

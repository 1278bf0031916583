/**
 * Puts the parts into the container: what happens at start-up and at shut-down, in which order, and what is told of health.
 */
@NullMarked
package dev.durin;

import org.jspecify.annotations.NullMarked;

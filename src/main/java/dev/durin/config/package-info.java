/**
 * Lists every setting, reads it once at start-up, checks it.
 */
@NullMarked
package dev.durin.config;

import org.jspecify.annotations.NullMarked;

/**
 * What operators see and do: who they are, clients and their tokens, what has happened lately, and figures.
 */
@NullMarked
package dev.durin.admin;

import org.jspecify.annotations.NullMarked;

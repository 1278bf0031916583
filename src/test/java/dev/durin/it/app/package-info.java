/**
 * The application that the tests deploy: an identity store that can fail, a clock that can be moved, resources with every
 * kind of guard.
 */
package dev.durin.it.app;

/**
 * An application that has a servlet of its own where Durin's console would be.
 */
package dev.durin.it.console;

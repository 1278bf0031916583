/**
 * Serves the console for operators, and the web components for an application's pages, from the JAR.
 */
@NullMarked
package dev.durin.console;

import org.jspecify.annotations.NullMarked;

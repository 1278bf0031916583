/**
 * Is the command line: a program of its own that speaks to the endpoints over HTTP. It is not in the JAR that goes into
 * an application, and uses nothing of it.
 */
@NullMarked
package dev.durin.cli;

import org.jspecify.annotations.NullMarked;

/**
 * An application that puts one of Durin's endpoints under a path of its own.
 */
package dev.durin.it.mounted;

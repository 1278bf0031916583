/**
 * An application that puts some of Durin's endpoints under paths of its own.
 */
package dev.durin.it.mounted;

/**
 * Classes that take the place of some of the test application's, to make it an application of another shape.
 */
package dev.durin.it.variant;

/**
 * Classes that must stop a deployment, each added to an application of its own.
 */
package dev.durin.it.faulty;

/** The applications that are measured: the same resource, guarded in several ways. */
package dev.durin.benchmark.app;

/** Measures what a request, a login and a large table cost, on a real server. */
package dev.durin.benchmark;

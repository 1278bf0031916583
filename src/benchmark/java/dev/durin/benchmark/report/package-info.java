/** Writes the report from the files that the benchmarks have left. Uses nothing but the JDK. */
package dev.durin.benchmark.report;

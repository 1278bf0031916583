/**
 * Tests over HTTP against a real server, with the JAR as it is shipped in {@code WEB-INF/lib}. They know Durin only as
 * its users do: status, body, row, event, next request.
 */
package dev.durin.it;

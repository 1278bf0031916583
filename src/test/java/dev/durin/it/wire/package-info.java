/**
 * The views beside django-rest-durin's own that its exchanges were recorded with, as resources.
 */
package dev.durin.it.wire;

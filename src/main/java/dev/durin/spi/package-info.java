/**
 * Interfaces an application may implement as CDI beans to replace what Durin does by default, and the values they speak in.
 */
@NullMarked
package dev.durin.spi;

import org.jspecify.annotations.NullMarked;

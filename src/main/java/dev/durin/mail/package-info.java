/**
 * Sends mail: what shall be sent is kept in the database with what it is about, and sent after that has committed, as often
 * as it takes.
 */
@NullMarked
package dev.durin.mail;

import org.jspecify.annotations.NullMarked;

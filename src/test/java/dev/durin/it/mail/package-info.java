/**
 * What the tests add to the application to put mail into Durin's outbox.
 */
package dev.durin.it.mail;

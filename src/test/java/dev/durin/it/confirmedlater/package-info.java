/**
 * An application whose callers log in before they confirm their mail addresses, as the documentation has it.
 */
package dev.durin.it.confirmedlater;

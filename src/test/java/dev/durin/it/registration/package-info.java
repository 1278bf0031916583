/**
 * What the tests add to the application to see what only a mail shows.
 */
package dev.durin.it.registration;

/**
 * What the tests add to the application to reach Durin's accounts.
 */
package dev.durin.it.accounts;

/**
 * An application as a user of Durin would write it. It uses nothing but Durin's public API.
 */
package dev.durin.example;

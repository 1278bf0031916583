/** What stands for the application that drf-tmp-scoped-token was recorded with: its views. */
package dev.durin.it.tmpscoped;

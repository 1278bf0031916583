/**
 * What stands for the application that drf-multitokenauth was recorded with: its users, its views, and no client at login.
 */
package dev.durin.it.multitokenauth;

/**
 * What stands for the application that django-rest-authtoken was recorded with: its users, its views.
 */
package dev.durin.it.authtoken;

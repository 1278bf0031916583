package dev.durin.config;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A part of Durin that only Durin has injected: one for the application, and none of the container's proxies before it.
 * What an application may have injected is {@code @ApplicationScoped} instead, so that its beans may be serialised with it.
 */
@Documented
@Stereotype
@Singleton
@Retention(RUNTIME)
@Target(TYPE)
public @interface Part {}

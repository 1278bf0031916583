package dev.durin.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the class of a JAX-RS resource, or on an interface of it: no scoped token allows a request to it, whatever it says, nor to
 * what its sub-resource locators lead to. For what manages tokens.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RefusesScopedTokens {}

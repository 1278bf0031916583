package dev.durin.endpoint;

/** A resource under Durin's own path, which {@code durin.endpoints=false} takes away. */
interface OwnPath {}

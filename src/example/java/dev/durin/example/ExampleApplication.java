package dev.durin.example;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything is under {@code /api}; Durin's endpoints are under {@code /api/auth}. */
@ApplicationPath("/api")
public class ExampleApplication extends Application {}

package dev.durin.benchmark.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Of every application but the one with MicroProfile's tokens. */
@ApplicationPath("/api")
public class BenchmarkApplication extends Application {}

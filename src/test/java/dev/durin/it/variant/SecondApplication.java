package dev.durin.it.variant;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("/second")
public class SecondApplication extends Application {}

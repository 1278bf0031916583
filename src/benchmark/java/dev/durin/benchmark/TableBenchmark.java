package dev.durin.benchmark;

/** What a large table costs. */
final class TableBenchmark {

    private TableBenchmark() {}

    static void run() {}
}

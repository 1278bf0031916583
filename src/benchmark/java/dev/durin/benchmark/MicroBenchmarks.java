package dev.durin.benchmark;

import dev.durin.token.TokenBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What JMH measures, with what is allocated. */
final class MicroBenchmarks {

    private MicroBenchmarks() {}

    static void run() throws Exception {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(Parameters.text("micro").split(" +")))
                        .include(TokenBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.CSV)
                        .result(Results.file("micro.csv").toString())
                        .build())
                .run();
    }
}

package cn.doublerandom.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator. */
final class PgBench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

  private final Path program;
  private final Ground ground;

  PgBench(Ground ground) throws IOException {
    this.program = find();
    this.ground = ground;
  }

  private static Path find() throws IOException {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
      Path candidate = Path.of(directory, "pgbench");
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        var found =
            versions.map(v -> v.resolve("bin/pgbench")).filter(Files::isExecutable).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new IOException("pgbench is needed; Debian/Ubuntu: apt-get install postgresql-contrib");
  }

  /** Transactions a second of a script. */
  double rate(String database, String script, int clients, int seconds)
      throws IOException, InterruptedException {
    Path file = Files.writeString(ground.home().resolve("script.sql"), script);
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    Integer.toString(clients),
                    "-j",
                    "2",
                    "-T",
                    Integer.toString(seconds),
                    "-f",
                    file.toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(ground.port()),
                    "-U",
                    database + "_app",
                    database))
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database + "_app");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IOException("pgbench says: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}

package cn.doublerandom.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same sampling in Python, as its authors wrote it, measured by itself. */
final class PythonPeer {
  private PythonPeer() {}

  /** Nanoseconds a subject, as the program says. */
  static double nanos(String program, int subjects) throws Exception {
    Path python = Files.createTempFile("consistent-sampling", ".py");
    Files.writeString(python, program);
    Process process =
        new ProcessBuilder("python3", python.toString(), Integer.toString(subjects), "100")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(python);
    return Double.parseDouble(said.strip());
  }
}

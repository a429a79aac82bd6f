package cn.doublerandom.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The programs of {@code deploy/examples}, as somebody outside starts them: from their source. */
public final class ExampleProgram {
  private static final int JARS = 2;

  private ExampleProgram() {}

  /**
   * Starts one with two jars and nothing of ours, and waits for its end.
   *
   * @param root of the sources
   * @param program file of {@code deploy/examples}
   * @return what it said
   * @throws IllegalStateException where it did not end well
   */
  public static String run(Path root, String program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // It keeps no log, and whoever watches a demonstration need not be told so.
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                jars(),
                root.resolve("deploy/examples").resolve(program).toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            program + " 没有正常结束 ended with " + process.exitValue() + said);
      }
      return said.strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String jars() {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(jar -> jar.matches(".*/(kafka-clients|slf4j-api)-[^/]*\\.jar"))
            .toList();
    if (jars.size() != JARS) {
      throw new IllegalStateException(
          "应有 kafka-clients 和 slf4j-api，实际为 kafka-clients and slf4j-api expected, got " + jars);
    }
    return jars.stream().collect(Collectors.joining(File.pathSeparator));
  }
}

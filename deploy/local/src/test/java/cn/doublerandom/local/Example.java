package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The programs of {@code deploy/examples}, as somebody outside starts them: from their source. */
final class Example {
  private final Home home;
  private final Stack stack;

  Example(Home home, Stack stack) {
    this.home = home;
    this.stack = stack;
  }

  /**
   * Rebuilds all published notices.
   *
   * @param into file of the notices
   * @return its last line
   */
  String mirror(Path into) throws IOException, InterruptedException {
    return run("NoticeMirror.java", "127.0.0.1:" + stack.ports().kafka(), into.toString());
  }

  private String run(String program, String... arguments) throws IOException, InterruptedException {
    // Two jars and nothing of ours.
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(jar -> jar.matches(".*/(kafka-clients|slf4j-api)-[^/]*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(jars).contains("kafka-clients", "slf4j-api");
    List<String> command =
        new ArrayList<>(
            List.of(
                Home.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jars,
                home.root().resolve("deploy/examples").resolve(program).toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }
}

package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalKafka;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start ends, so that whoever watches it tries again at once. */
class InfrastructureProcessIT {
  @TempDir Path directory;

  @Test
  void a_broker_whose_port_somebody_took_ends_and_does_not_stand_there_deaf() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process broker =
          new ProcessBuilder(
                  Home.java(),
                  "-Djava.io.tmpdir=" + directory,
                  "-cp",
                  System.getProperty("java.class.path"),
                  InfrastructureProcess.class.getName(),
                  "kafka",
                  directory.resolve("kafka").toString(),
                  Integer.toString(taken.getLocalPort()),
                  Integer.toString(LocalKafka.freePort()),
                  Long.toString(ProcessHandle.current().pid()))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("kafka.log").toFile())
              .start();
      try {
        assertThat(broker.waitFor(50, TimeUnit.SECONDS)).as("the broker ended").isTrue();
        assertThat(broker.exitValue()).isEqualTo(1);
        assertThat(directory.resolve("kafka.log")).content().contains("Address already in use");
      } finally {
        broker.destroyForcibly();
      }
    }
  }
}

package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which ports a stack may have. */
class PortsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void ports_that_the_system_lends_to_any_connection_are_warned_of() {
    assertThat(Ports.DEFAULT.lent()).isEmpty();
    assumeThat(Path.of("/proc/sys/net/ipv4/ip_local_port_range")).isReadable();
    assertThat(Ports.from(40_000).lent().orElse("")).contains("40000", "临时端口");
  }

  @Test
  void a_port_whose_last_connections_are_only_remembered_is_free_and_one_in_use_is_not()
      throws Exception {
    Ports ports = Ports.freeFrom(16_080);
    try (var server = new ServerSocket()) {
      server.bind(new InetSocketAddress(LOOPBACK, ports.gateway()));
      assertThat(ports.taken().orElse("")).contains(Integer.toString(ports.gateway()));
      try (var client = new Socket(LOOPBACK, ports.gateway());
          Socket accepted = server.accept()) {
        // Who ends a connection first keeps it in TIME-WAIT.
        accepted.shutdownOutput();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
    }

    assertThat(ports.taken()).isEmpty();
  }
}

package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.doublerandom.embedded.HeldPorts;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
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
    ports.release(Home.GATEWAY);
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

  /** The demo found a block free, and another program had one of its ports a moment later. */
  @Test
  void ports_that_were_found_free_are_kept_until_their_program_starts() throws Exception {
    Ports ports = Ports.freeFrom(16_480);
    assertThat(ports.taken()).as("by nobody else").isEmpty();
    assertThat(Ports.freeFrom(16_480)).as("what a second start finds").isNotEqualTo(ports);
    assertThat(Probe.listens(ports.witness())).as("nobody is there yet").isFalse();
    try (var other = new ServerSocket()) {
      var witness = new InetSocketAddress(LOOPBACK, ports.witness());
      assertThatThrownBy(() -> other.bind(witness)).isInstanceOf(BindException.class);
    }

    ports.release("witness");

    try (var own = new ServerSocket()) {
      own.bind(new InetSocketAddress(LOOPBACK, ports.witness()));
      assertThat(ports.taken().orElse("")).contains("witness");
      assertThat(ports.taken("witness")).isEqualTo(ports.taken());
      assertThat(ports.taken("draw")).as("another's port is in use").isEmpty();
    }
    for (String program :
        List.of("postgres", "kafka", "gateway", "registry", "draw", "inspection", "publication")) {
      ports.release(program);
    }
    for (int port = ports.gateway(); port < ports.gateway() + 20; port++) {
      assertThat(HeldPorts.has(port)).as("%d is held", port).isFalse();
    }
  }
}

package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsPerAddressTest {
  private static final int EACH = 3;
  private static final int PUBLIC = 8080;
  private static final int OPERATIONS = 8185;

  private final List<EmbeddedChannel> all = new ArrayList<>();

  @BeforeEach
  void three_for_each() {
    ConnectionsPerAddress.limits(EACH, Set.of("10.0.0.1"));
  }

  @AfterEach
  void nobody_is_left() {
    all.forEach(EmbeddedChannel::finishAndReleaseAll);
    ConnectionsPerAddress.limits(Integer.MAX_VALUE, Set.of());
  }

  /** A connection as the server accepts it. */
  private static final class Accepted extends EmbeddedChannel {
    private final InetSocketAddress from;
    private final int port;

    Accepted(String from, int port) {
      super(false, false);
      this.from = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(from), 40_000);
      this.port = port;
    }

    @Override
    protected SocketAddress remoteAddress0() {
      return from;
    }

    @Override
    protected SocketAddress localAddress0() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
  }

  private EmbeddedChannel open(String from, int port) throws Exception {
    var connection = new Accepted(from, port);
    all.add(connection);
    connection
        .pipeline()
        .addLast(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                new ConnectionsPerAddress().postInitializeServerChildChannel(channel);
              }
            });
    connection.register();
    connection.runPendingTasks();
    return connection;
  }

  private long open(String from, int port, int many) throws Exception {
    long open = 0;
    for (int i = 0; i < many; i++) {
      open += open(from, port).isOpen() ? 1 : 0;
    }
    return open;
  }

  @Test
  void one_address_has_its_share_and_another_has_its_own() throws Exception {
    assertThat(open("1.1.1.1", PUBLIC, 10)).isEqualTo(EACH);
    assertThat(open("127.0.0.1", PUBLIC, 10)).isEqualTo(EACH);
    assertThat(open("2.2.2.2", PUBLIC, 2)).isEqualTo(2);
  }

  @Test
  void who_fills_the_public_port_does_not_shut_operations_out() throws Exception {
    open("127.0.0.1", PUBLIC, 10);
    assertThat(open("127.0.0.1", OPERATIONS, 1)).isEqualTo(1);
  }

  @Test
  void a_connection_that_ends_makes_room_for_exactly_one() throws Exception {
    EmbeddedChannel first = open("1.1.1.1", PUBLIC);
    open("1.1.1.1", PUBLIC, 10);
    first.close().syncUninterruptibly();
    assertThat(open("1.1.1.1", PUBLIC, 10)).isEqualTo(1);
  }

  @Test
  void a_proxy_of_the_office_stands_for_many() throws Exception {
    assertThat(open("10.0.0.1", PUBLIC, 50)).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:3:4:5:6, 0",
    "2001:db8:1:2::1, 2001:db8:1:3::1, 1",
    "::ffff:1.2.3.4, 1.2.3.4, 0"
  })
  void an_address_is_what_it_is_where_rates_are_counted(String full, String next, int room)
      throws Exception {
    open(full, PUBLIC, EACH);
    assertThat(open(next, PUBLIC, 1)).isEqualTo(room);
  }
}

package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.EmbeddedStack;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What anybody who reaches the port may announce to the embedded broker. */
@ExtendWith(EmbeddedStack.class)
class BrokerLimitsIT {
  private static final int ANNOUNCED = 100 * 1024 * 1024;
  private static final int PATIENCE_MILLIS = 5_000;

  @Test
  void who_announces_more_than_a_record_can_have_is_hung_up_on(LocalKafka kafka)
      throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), kafka.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(ANNOUNCED);
      out.write(new byte[100]);
      assertThat(answer(socket)).isEqualTo(-1);
    }
  }

  private static int answer(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketException reset) {
      return -1;
    }
  }
}

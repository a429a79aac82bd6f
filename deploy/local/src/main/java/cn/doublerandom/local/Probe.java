package cn.doublerandom.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Looks from outside whether a part of the stack answers. */
final class Probe {
  private static final int CONNECT_MILLIS = 300;
  private static final int ANSWER_MILLIS = 3_000;
  private static final int MAX_ANSWER = 16_384;

  private Probe() {}

  /** An answer over HTTP; status 0 where there was none. */
  record Answer(int status, String text) {
    static final Answer NONE = new Answer(0, "");
  }

  static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What {@code /q/health/ready} or {@code /q/health/live} of a service says, at its port for
   * operations.
   */
  static Answer health(int port, String kind) {
    try {
      URI address = URI.create("http://127.0.0.1:" + port + "/q/health/" + kind);
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      int status = connection.getResponseCode();
      try (InputStream in =
          status < HttpURLConnection.HTTP_BAD_REQUEST
              ? connection.getInputStream()
              : connection.getErrorStream()) {
        return new Answer(
            status,
            in == null ? "" : new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return Answer.NONE;
    }
  }
}

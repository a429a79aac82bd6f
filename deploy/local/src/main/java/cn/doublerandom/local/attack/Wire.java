package cn.doublerandom.local.attack;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** HTTP/1 by hand, so that it can be spoken wrongly: the bytes are sent exactly as they are. */
final class Wire {
  private static final int MOST_BYTES = 1_000_000;
  private static final int CONNECT_MILLIS = 3_000;
  private static final int TIMES = 6;

  /** Longer than the gateway itself waits for a service: who is honest is told by it, not by us. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private final URI server;

  Wire(URI server) {
    this.server = server;
  }

  Socket open() throws IOException {
    Socket socket = new Socket();
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), CONNECT_MILLIS);
    return socket;
  }

  static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The same for a request that must be answered: how soon is for who judges it to say. */
  Answer honest(String bytes) {
    return send(bytes, PATIENCE);
  }

  /**
   * Sends the bytes and reads all that comes until the server ends the connection or is silent for
   * the time given. What follows the first answer stands in its body. Told to come again, it does.
   */
  Answer send(String bytes, Duration silence) {
    Answer answer = once(bytes, silence);
    for (int again = 1; answer.status() == 429 && again < TIMES; again++) {
      try {
        Thread.sleep(answer.pauseMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answer;
      }
      answer = once(bytes, silence);
    }
    return answer;
  }

  private Answer once(String bytes, Duration silence) {
    long began = System.nanoTime();
    try (Socket socket = open()) {
      socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
      try {
        write(socket, bytes);
      } catch (IOException e) {
        // Refused before all of it was sent: the answer may still be there.
      }
      return read(socket, began);
    } catch (IOException e) {
      return Answer.none("no connection: " + e, millis(began));
    }
  }

  private static long millis(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private static Answer read(Socket socket, long began) {
    StringBuilder read = new StringBuilder();
    byte[] buffer = new byte[8192];
    long last = millis(began);
    String end = "closed without an answer";
    try {
      InputStream in = socket.getInputStream();
      for (int n = in.read(buffer); n >= 0 && read.length() < MOST_BYTES; n = in.read(buffer)) {
        read.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        last = millis(began);
        if (isWhole(read)) {
          break;
        }
      }
    } catch (SocketTimeoutException silence) {
      // It keeps the connection: what came is the answer.
      end = "silent, " + silence.getMessage();
    } catch (IOException reset) {
      last = millis(began);
      end = "broken off: " + reset.getMessage();
    }
    return read.isEmpty()
        ? Answer.none(end + " after " + millis(began) + " ms", last)
        : parsed(read.toString(), last);
  }

  /** Refusals say that the connection ends; nothing follows such an answer. */
  private static boolean isWhole(StringBuilder read) {
    String text = read.toString();
    int end = text.indexOf("\r\n\r\n");
    if (end < 0 || !text.toLowerCase(Locale.ROOT).contains("connection: close")) {
      return false;
    }
    int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    if (at < 0 || at > end) {
      return false;
    }
    int length = Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at)).trim());
    return text.length() >= end + 4 + length;
  }

  private static Answer parsed(String text, long millis) {
    if (!text.matches("(?s)HTTP/1\\.[01] [0-9]{3}.*")) {
      return new Answer(Answer.NONE, "", text, millis);
    }
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    StringBuilder headers = new StringBuilder();
    for (String line : head.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      headers
          .append(colon < 0 ? line : line.substring(0, colon).toLowerCase(Locale.ROOT))
          .append(colon < 0 ? "" : line.substring(colon))
          .append('\n');
    }
    return new Answer(
        Integer.parseInt(text.substring(9, 12)),
        headers.toString(),
        end < 0 ? "" : text.substring(end + 4),
        millis);
  }
}

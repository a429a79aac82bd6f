package cn.doublerandom.inspection.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server of mail that takes no receiver, and says why. */
final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final String refusal;

  ScriptedSmtp(String refusal) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.refusal = refusal;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        talk(one);
      } catch (IOException e) {
        // Who called has gone, or the test is over.
      }
    }
  }

  private void talk(Socket one) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
    say(one, "220 here");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        say(one, refusal);
      } else if (line.startsWith("QUIT")) {
        say(one, "221 bye");
        return;
      } else {
        say(one, "250 well");
      }
    }
  }

  private static void say(Socket one, String answer) throws IOException {
    one.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    one.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

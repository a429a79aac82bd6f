package cn.doublerandom.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports that were found free are kept from every other program until the one starts that listens
 * there. Bound and never listened at: whoever knocks is refused as at any other free port.
 */
public final class HeldPorts {
  private static final Map<Integer, Socket> HELD = new ConcurrentHashMap<>();

  private HeldPorts() {}

  /** Holds all of them, or none where one is taken. */
  public static boolean hold(List<Integer> ports) {
    List<Integer> held = new ArrayList<>();
    for (int port : ports) {
      if (!hold(port)) {
        release(held);
        return false;
      }
      held.add(port);
    }
    return true;
  }

  private static boolean hold(int port) {
    var socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      HELD.put(port, socket);
      return true;
    } catch (IOException e) {
      close(socket);
      return false;
    }
  }

  public static boolean has(int port) {
    return HELD.containsKey(port);
  }

  public static void release(List<Integer> ports) {
    for (int port : ports) {
      Socket held = HELD.remove(port);
      if (held != null) {
        close(held);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package cn.doublerandom.local.attack;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * HTTP/2 frame by frame (RFC 9113), so that it can be spoken wrongly. The gateway's tests have
 * frames of their own: an attack may not read with the library it attacks, nor know the gateway.
 */
final class Frames implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int DEPENDS = 32;
  private static final int PATIENCE_MILLIS = 1_500;

  /** For the handshake, which a busy machine makes wait and which is not what is attacked. */
  private static final int HANDSHAKE_MILLIS = 30_000;

  /** Status codes of the static table of HPACK (RFC 7541 appendix A), from index 8 on. */
  private static final int[] STATUSES = {200, 204, 206, 304, 400, 404, 500};

  private final SSLSocket socket;
  private final DataInputStream in;

  Frames(URI secure) throws IOException {
    socket =
        (SSLSocket)
            anybody()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), secure.getPort());
    socket.setSoTimeout(HANDSHAKE_MILLIS);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    frame(SETTINGS, 0, 0, new byte[0]);
  }

  private static SSLContext anybody() {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new Anybody()}, null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK speaks TLS", e);
    }
  }

  void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    frame(payload.length, type, flags, stream, payload);
  }

  /** A frame that may lie about its length. */
  void frame(int length, int type, int flags, int stream, byte[] payload) throws IOException {
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(
        new byte[] {
          (byte) (length >> 16), (byte) (length >> 8), (byte) length, (byte) type, (byte) flags
        });
    frame.writeBytes(
        new byte[] {
          (byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream
        });
    frame.writeBytes(payload);
    socket.getOutputStream().write(frame.toByteArray());
    socket.getOutputStream().flush();
  }

  /** A block of headers as literals that nobody need remember. */
  @SafeVarargs
  static byte[] block(Map.Entry<String, String>... headers) {
    var block = new ByteArrayOutputStream();
    for (Map.Entry<String, String> header : headers) {
      block.write(0);
      literal(block, header.getKey());
      literal(block, header.getValue());
    }
    return block.toByteArray();
  }

  private static void literal(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < 127) {
      block.write(bytes.length);
    } else {
      block.write(127);
      int rest = bytes.length - 127;
      for (; rest >= 128; rest /= 128) {
        block.write((rest % 128) | 128);
      }
      block.write(rest);
    }
    block.writeBytes(bytes);
  }

  /** Reads until the stream has its head, or it or the connection is ended. */
  Answer answer(int stream) {
    long began = System.nanoTime();
    try {
      while (true) {
        int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int of = in.readInt() & 0x7fffffff;
        byte[] payload = in.readNBytes(length);
        if (type == SETTINGS && (flags & 1) == 0) {
          frame(SETTINGS, 1, 0, new byte[0]);
        } else if (type == GOAWAY || (type == RST_STREAM && of == stream)) {
          return Answer.none("ended by a frame of type " + type, millis(began));
        } else if (type == HEADERS && of == stream) {
          return new Answer(status(block(flags, payload)), "", "", millis(began));
        }
      }
    } catch (IOException ended) {
      return Answer.none("broken off: " + ended.getMessage(), millis(began));
    }
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** The block of a head without what may stand around it (RFC 9113 6.2). */
  private static byte[] block(int flags, byte[] payload) {
    int padding = (flags & PADDED) == 0 ? 0 : payload[0] & 0xff;
    int from = ((flags & PADDED) == 0 ? 0 : 1) + ((flags & DEPENDS) == 0 ? 0 : 5);
    return Arrays.copyOfRange(payload, from, payload.length - padding);
  }

  /** The first field of an answer is its status: by its number, or in three digits. */
  static int status(byte[] block) {
    int at = 0;
    while ((block[at] & 0xe0) == 0x20) {
      at++; // the size of the table
    }
    int first = block[at] & 0xff;
    if (first >= 0x88 && first < 0x88 + STATUSES.length) {
      return STATUSES[first - 0x88];
    }
    int length = block[at + 1] & 0x7f;
    boolean packed = (block[at + 1] & 0x80) != 0;
    byte[] digits = Arrays.copyOfRange(block, at + 2, at + 2 + length);
    return packed
        ? unpacked(digits)
        : Integer.parseInt(new String(digits, StandardCharsets.US_ASCII));
  }

  /** Digits in the code of HPACK: 0, 1 and 2 have five bits, the others six. */
  private static int unpacked(byte[] bytes) {
    StringBuilder bits = new StringBuilder();
    for (byte one : bytes) {
      bits.append(String.format("%8s", Integer.toBinaryString(one & 0xff)).replace(' ', '0'));
    }
    int value = 0;
    for (int at = 0, digit = 0; digit < 3; digit++) {
      int five = Integer.parseInt(bits.substring(at, at + 5), 2);
      boolean isShort = five < 3;
      value =
          value * 10 + (isShort ? five : Integer.parseInt(bits.substring(at, at + 6), 2) - 0x16);
      at += isShort ? 5 : 6;
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

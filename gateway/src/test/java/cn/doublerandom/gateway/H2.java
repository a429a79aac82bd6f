package cn.doublerandom.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 frame by frame (RFC 9113), so that it can also be spoken wrongly. What attacks the whole
 * suite may not know the gateway and reads without its Netty, so it has frames of its own.
 */
final class H2 implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 32;

  private final SSLSocket socket;
  private final DataInputStream in;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);

  H2(URI gateway) throws Exception {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new Anyone()}, null);
    socket =
        (SSLSocket)
            tls.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), gateway.getPort());
    socket.setSoTimeout(5_000);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    in = new DataInputStream(socket.getInputStream());
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    frame(SETTINGS, 0, 0, new byte[0]);
  }

  String protocol() {
    return socket.getApplicationProtocol();
  }

  void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(payload.length >> 16);
    frame.write(payload.length >> 8);
    frame.write(payload.length);
    frame.write(type);
    frame.write(flags);
    frame.writeBytes(
        new byte[] {
          (byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream
        });
    frame.writeBytes(payload);
    socket.getOutputStream().write(frame.toByteArray());
    socket.getOutputStream().flush();
  }

  void headers(int stream, boolean end, List<Map.Entry<String, String>> headers)
      throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (Map.Entry<String, String> header : headers) {
      block.write(0);
      literal(block, header.getKey());
      literal(block, header.getValue());
    }
    frame(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, block.toByteArray());
  }

  /** RFC 7541 5.2, without Huffman, below 127 bytes or with one further byte of length. */
  private static void literal(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < 127) {
      block.write(bytes.length);
    } else {
      block.write(127);
      int rest = bytes.length - 127;
      while (rest >= 128) {
        block.write((rest % 128) | 128);
        rest /= 128;
      }
      block.write(rest);
    }
    block.writeBytes(bytes);
  }

  static List<Map.Entry<String, String>> request(String method, String path) {
    return List.of(
        Map.entry(":method", method),
        Map.entry(":scheme", "https"),
        Map.entry(":authority", "bureau.example"),
        Map.entry(":path", path));
  }

  /**
   * What came for a stream.
   *
   * @param status of the answer; 0 where the stream or the connection was ended instead
   */
  record Answer(int status, Map<String, String> headers, String body) {}

  /** Reads until the stream has its whole answer, or was ended. */
  Answer answer(int stream) throws Exception {
    int status = 0;
    Map<String, String> headers = new HashMap<>();
    StringBuilder body = new StringBuilder();
    while (true) {
      Frame frame = next();
      if (frame == null || frame.type() == GOAWAY) {
        return new Answer(status, headers, body.toString());
      }
      if (frame.type() == HEADERS) {
        // Every block is decoded: the table is one for the connection.
        Http2Headers all = decoder.decodeHeaders(frame.stream(), block(frame));
        CharSequence told = all.status();
        if (frame.stream() == stream && told != null) {
          status = Integer.parseInt(told.toString());
          all.forEach(h -> headers.put(h.getKey().toString(), h.getValue().toString()));
        }
      }
      if (frame.stream() != stream) {
        continue;
      }
      if (frame.type() == DATA) {
        body.append(frame.payload().toString(StandardCharsets.UTF_8));
      }
      boolean over =
          frame.type() == RST_STREAM
              || (frame.type() <= HEADERS && (frame.flags() & END_STREAM) != 0);
      if (over) {
        return new Answer(status, headers, body.toString());
      }
    }
  }

  /** The header block without what may stand around it (RFC 9113 6.2). */
  private static ByteBuf block(Frame frame) {
    ByteBuf payload = frame.payload();
    int padding = (frame.flags() & PADDED) == 0 ? 0 : payload.readUnsignedByte();
    payload.skipBytes((frame.flags() & PRIORITY) == 0 ? 0 : 5);
    return payload.readSlice(payload.readableBytes() - padding);
  }

  private record Frame(int type, int flags, int stream, ByteBuf payload) {}

  private @Nullable Frame next() throws IOException {
    try {
      int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt() & 0x7fffffff;
      ByteBuf payload = Unpooled.wrappedBuffer(in.readNBytes(length));
      if (type == SETTINGS && (flags & 1) == 0) {
        frame(SETTINGS, 1, 0, new byte[0]);
      }
      return new Frame(type, flags, stream, payload);
    } catch (EOFException | java.net.SocketException gone) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static final class Anyone implements X509TrustManager {
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

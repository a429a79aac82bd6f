package cn.doublerandom.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests of HTTP/2 the server would answer with a bare 400 before any route is met: a tunnel, and
 * an address that is none. What is malformed as HTTP/2 ends its stream instead (RFC 9113 §8.1.1).
 */
final class EarlyHttp2 extends Http2FrameListenerDecorator {
  /** Time for a client that still sends to read why it should not. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Http2ConnectionEncoder encoder;

  /** Streams whose body is thrown away as it comes; no more than may be open at once. */
  private final Set<Integer> refused = new HashSet<>();

  private EarlyHttp2(Http2FrameListener server, Http2ConnectionEncoder encoder) {
    super(server);
    this.encoder = encoder;
  }

  /** From the first request on: with the settings of the client the server begins to listen. */
  static void watch(Http2ConnectionHandler connection) {
    Http2ConnectionDecoder decoder = connection.decoder();
    decoder.frameListener(
        new Http2FrameListenerDecorator(decoder.frameListener()) {
          @Override
          public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings)
              throws Http2Exception {
            super.onSettingsRead(ctx, settings);
            decoder.frameListener(new EarlyHttp2(decoder.frameListener(), connection.encoder()));
          }
        });
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx, int stream, Http2Headers headers, int padding, boolean isWhole)
      throws Http2Exception {
    Refusal refusal = refusal(headers);
    if (refusal == null) {
      super.onHeadersRead(ctx, stream, headers, padding, isWhole);
    } else {
      refuse(ctx, stream, answer(headers, refusal), isWhole);
    }
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx,
      int stream,
      Http2Headers headers,
      int dependency,
      short weight,
      boolean isExclusive,
      int padding,
      boolean isWhole)
      throws Http2Exception {
    Refusal refusal = refusal(headers);
    if (refusal == null) {
      super.onHeadersRead(ctx, stream, headers, dependency, weight, isExclusive, padding, isWhole);
    } else {
      refuse(ctx, stream, answer(headers, refusal), isWhole);
    }
  }

  private static @Nullable Refusal refusal(Http2Headers headers) {
    CharSequence path = headers.path();
    if (path == null) {
      boolean isTunnel =
          HttpMethod.CONNECT.name().contentEquals(String.valueOf(headers.method()))
              && headers.scheme() == null
              && headers.authority() != null;
      return isTunnel ? Refusal.METHOD_REFUSED : null;
    } else if (headers.method() == null || headers.scheme() == null || path.isEmpty()) {
      return null;
    }
    return isAddress(path.toString()) ? null : Refusal.ADDRESS_MALFORMED;
  }

  private static boolean isAddress(String path) {
    try {
      new URI(path);
      return UnreadableRequests.ADDRESS.matcher(path).matches();
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static FullHttpResponse answer(Http2Headers headers, Refusal refusal) {
    return UnreadableRequests.answer(
        refusal, UnreadableRequests.isForPeople(headers.get(HttpHeaderNames.ACCEPT)));
  }

  private void refuse(
      ChannelHandlerContext ctx, int stream, FullHttpResponse answer, boolean isWhole) {
    var headers = new DefaultHttp2Headers().status(answer.status().codeAsText());
    answer
        .headers()
        .forEach(header -> {
          String name = header.getKey().toLowerCase(Locale.ROOT);
          if (!name.equals("connection")) {
            headers.add(name, header.getValue());
          }
        });
    var unusedHead = encoder.writeHeaders(ctx, stream, headers, 0, false, ctx.newPromise());
    var unusedBody = encoder.writeData(ctx, stream, answer.content(), 0, true, ctx.newPromise());
    ctx.flush();
    if (!isWhole) {
      refused.add(stream);
      var unused =
          ctx.executor().schedule(() -> end(ctx, stream), LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** A body still comes of which nothing is read. */
  private void end(ChannelHandlerContext ctx, int stream) {
    if (refused.remove(stream)) {
      var unused =
          encoder.writeRstStream(ctx, stream, Http2Error.NO_ERROR.code(), ctx.newPromise());
      ctx.flush();
    }
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext ctx, int stream, ByteBuf data, int padding, boolean isLast)
      throws Http2Exception {
    if (!refused.contains(stream)) {
      return super.onDataRead(ctx, stream, data, padding, isLast);
    }
    if (isLast) {
      refused.remove(stream);
    }
    return data.readableBytes() + padding;
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext ctx, int stream, long error)
      throws Http2Exception {
    refused.remove(stream);
    super.onRstStreamRead(ctx, stream, error);
  }
}

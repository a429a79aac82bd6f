package cn.doublerandom.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Waits until a connection is known to be one of HTTP/1, and joins it before its first request is
 * read: in clear text that is so from the beginning, over TLS or where the server looks which
 * protocol it is, once that is decided. HTTP/2 in clear text is refused.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {
  static final String NAME = "first-bytes";

  private static final byte[] PREFACE = "PRI * HTTP/2".getBytes(StandardCharsets.US_ASCII);

  /** As many of them tell it from a request of HTTP/1. */
  private static final int ENOUGH = 4;

  private final Joining joining;
  private boolean isBehind;

  FirstBytes(Joining joining) {
    this.joining = joining;
  }

  /** What is to be done with a connection. */
  interface Joining {
    void join(ChannelPipeline pipeline, String encoder);

    /** Over TLS, where both sides agreed on it. */
    default void joinHttp2(Http2ConnectionHandler connection) {}
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    ChannelPipeline pipeline = ctx.pipeline();
    ChannelHandlerContext encoder = pipeline.context(HttpResponseEncoder.class);
    Http2ConnectionHandler http2 = pipeline.get(Http2ConnectionHandler.class);
    boolean isClear = pipeline.get(SslHandler.class) == null;
    if (encoder != null) {
      joining.join(pipeline, encoder.name());
      goOn(ctx, message);
    } else if (http2 != null && isClear) {
      ReferenceCountUtil.release(message);
      var unused = ctx.close();
    } else if (http2 != null) {
      joining.joinHttp2(http2);
      goOn(ctx, message);
    } else if (isClear && message instanceof ByteBuf bytes && isPreface(bytes)) {
      bytes.release();
      var unused =
          ctx.writeAndFlush(text(UnreadableRequests.answer(Refusal.MALFORMED_REQUEST, false)))
              .addListener(ChannelFutureListener.CLOSE);
    } else if (isBehind) {
      super.channelRead(ctx, message);
    } else {
      // Whoever decides what is spoken here puts the codecs behind himself, before anything goes
      // on.
      var behind = new FirstBytes(joining);
      behind.isBehind = true;
      pipeline.addLast(NAME + "-behind", behind);
      goOn(ctx, message);
    }
  }

  /** Our own context is still good for passing on, whether or not this stays. */
  private void goOn(ChannelHandlerContext ctx, Object message) throws Exception {
    super.channelRead(ctx, message);
    if (ctx.pipeline().context(this) != null) {
      ctx.pipeline().remove(this);
    }
  }

  private static boolean isPreface(ByteBuf bytes) {
    int length = Math.min(bytes.readableBytes(), PREFACE.length);
    for (int i = 0; i < length; i++) {
      if (bytes.getByte(bytes.readerIndex() + i) != PREFACE[i]) {
        return false;
      }
    }
    return length >= ENOUGH;
  }

  /** No codec is there yet to write it. */
  private static ByteBuf text(FullHttpResponse answer) {
    var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append("\r\n");
    answer
        .headers()
        .forEach(h -> head.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
    return Unpooled.wrappedBuffer(
        Unpooled.copiedBuffer(head.append("\r\n"), StandardCharsets.UTF_8), answer.content());
  }
}

package cn.doublerandom.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Sees every line of a head before the decoder does, which would join one that begins with white
 * space to the line before (obs-fold, RFC 9112 §5.2): two readers could take it for two things.
 * Bodies pass unseen, so the decoder is fed no further than to the end of a head or of a body.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
final class HeadLines extends ChannelInboundHandlerAdapter {
  /** Told down the connection in the place of such a line. */
  static final String FOLDED = "folded line";

  private static final long IN_PIECES = -1;

  /** Bytes of the body that are still to come; 0 within a head. */
  private long body;

  /** Bytes of the line so far, and whether the last of them is a return. */
  private long line;

  private boolean isReturn;
  private boolean over;

  /** What the decoder made of it. */
  void follow(HttpObject part) {
    if (part instanceof HttpRequest head) {
      begin(
          HttpUtil.isTransferEncodingChunked(head)
              ? IN_PIECES
              : HttpUtil.getContentLength(head, 0L));
    }
    if (part instanceof LastHttpContent) {
      begin(0);
    }
  }

  private void begin(long bytes) {
    body = bytes;
    line = 0;
    isReturn = false;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (!(message instanceof ByteBuf bytes)) {
      super.channelRead(ctx, message);
      return;
    }
    try {
      while (bytes.isReadable() && !over) {
        int length = length(bytes);
        if (over) {
          ctx.fireUserEventTriggered(FOLDED);
        } else {
          ctx.fireChannelRead(bytes.readRetainedSlice(length));
        }
      }
    } finally {
      ReferenceCountUtil.release(bytes);
    }
  }

  /** Bytes up to the end of this head or body, all of them where it is not in sight. */
  private int length(ByteBuf bytes) {
    if (body > 0) {
      int some = (int) Math.min(body, bytes.readableBytes());
      body -= some;
      return some;
    }
    for (int at = bytes.readerIndex(); at < bytes.writerIndex(); at++) {
      byte one = bytes.getByte(at);
      if (line == 0 && body == 0 && (one == ' ' || one == '\t')) {
        over = true;
        return 0;
      }
      if (one == '\n') {
        boolean isBlank = line == 0 || (line == 1 && isReturn);
        line = 0;
        isReturn = false;
        if (isBlank) {
          return at + 1 - bytes.readerIndex();
        }
      } else {
        line++;
        isReturn = one == '\r';
      }
    }
    return bytes.readableBytes();
  }
}

package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * No reading gets a large answer while too much waits for clients that do not take what they asked
 * for ({@link Untaken}): 503, and it may come again. What a command did is always told.
 */
final class LargeAnswers extends ChannelDuplexHandler {
  private static final int SMALL_BYTES = 65_536;
  private static final int AGAIN_AFTER_SECONDS = 2;

  /** Of the requests that wait for an answer, whether they only read. */
  private final Queue<Boolean> reading = new ArrayDeque<>();

  private boolean over;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof HttpRequest head) {
      reading.add(head.method().equals(HttpMethod.GET));
    }
    super.channelRead(ctx, message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (!over && message instanceof HttpResponse answer && isFinal(answer)) {
      over = Boolean.TRUE.equals(reading.poll()) && !isSmall(answer) && Untaken.isTooMuch();
      if (over) {
        refuse(ctx);
      }
    }
    if (over) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
    } else {
      super.write(ctx, message, promise);
    }
  }

  private static boolean isFinal(HttpResponse answer) {
    return answer.status().codeClass() != HttpStatusClass.INFORMATIONAL;
  }

  /** What comes in pieces is never known to be small. */
  private static boolean isSmall(HttpResponse answer) {
    return answer instanceof FullHttpResponse whole
        && whole.content().readableBytes() <= SMALL_BYTES;
  }

  private static void refuse(ChannelHandlerContext ctx) {
    var problem = UnreadableRequests.problem(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    problem.headers().set(HttpHeaderNames.RETRY_AFTER, AGAIN_AFTER_SECONDS);
    var unused = ctx.writeAndFlush(problem).addListener(ChannelFutureListener.CLOSE);
  }
}

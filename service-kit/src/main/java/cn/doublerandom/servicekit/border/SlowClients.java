package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Nobody holds a service by slowness at its own port: a head and a body come in time as a whole,
 * however steadily they drip, or they are answered with 408 and the connection ends; an answer that
 * is not read ends it too. The time a service itself takes is not the client's. Netty's own hook
 * for all connections; {@link ServerShape} switches it on.
 */
public final class SlowClients extends ChannelInitializerExtension {
  private static volatile Times times =
      new Times(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          head -> false);

  /**
   * How long what may take.
   *
   * @param head from its first byte to its end; of a first request, from the connection on
   * @param body of a request, where it is no file
   * @param file of a request whose body is a file
   * @param unread an answer of which the client takes nothing
   * @param isFile whether the body of this request is a file
   */
  record Times(
      Duration head, Duration body, Duration file, Duration unread, Predicate<HttpRequest> isFile) {
    Duration of(HttpRequest request) {
      return isFile.test(request) ? file : body;
    }
  }

  static void times(Times all) {
    times = all;
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst("slow-client", new Line());
  }

  /** The bytes of one connection; on its event loop only. */
  private static final class Line extends ChannelDuplexHandler {
    private final Talk talk = new Talk();
    private boolean joined;
    private boolean isSealed;
    private @Nullable Future<?> look;
    private @Nullable Object waiting;
    private long progress;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      if (ctx.channel().isActive()) {
        talk.expectHead(ctx);
      }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
      talk.expectHead(ctx);
      super.channelActive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      if (!joined && !isSealed) {
        join(ctx);
      }
      if (joined) {
        talk.bytesCame(ctx);
      }
      super.channelRead(ctx, message);
    }

    /**
     * Over TLS what is said is not seen here; it ends at the gateway, which has times of its own.
     */
    private void join(ChannelHandlerContext ctx) {
      isSealed = ctx.pipeline().get(SslHandler.class) != null;
      ChannelHandlerContext encoder = ctx.pipeline().context(HttpResponseEncoder.class);
      if (isSealed) {
        talk.cancel();
      } else if (encoder != null) {
        ctx.pipeline().addAfter(encoder.name(), "slow-talk", talk);
        joined = true;
      }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
        throws Exception {
      super.write(ctx, message, promise);
      if (look == null) {
        waiting = null;
        lookLater(ctx);
      }
    }

    private void lookLater(ChannelHandlerContext ctx) {
      look =
          ctx.executor()
              .schedule(
                  () -> lookForProgress(ctx), times.unread().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is flushed and not taken since the last look will not be taken. */
    @SuppressWarnings("ReferenceEquality") // The same piece, not one that says the same.
    private void lookForProgress(ChannelHandlerContext ctx) {
      look = null;
      ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
      if (buffer == null || buffer.isEmpty()) {
        return;
      }
      if (waiting != null && waiting == buffer.current() && progress == buffer.currentProgress()) {
        var unused = ctx.channel().close();
        return;
      }
      waiting = buffer.current();
      progress = buffer.currentProgress();
      lookLater(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
      talk.cancel();
      if (look != null) {
        look.cancel(false);
      }
      super.channelInactive(ctx);
    }
  }

  /** Requests and answers of one connection; on its event loop only. */
  private static final class Talk extends ChannelDuplexHandler {
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> ending;
    private int unanswered;
    private boolean inBody;
    private boolean answering;
    private boolean over;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      context = ctx;
    }

    /** A connection is opened to ask something. */
    void expectHead(ChannelHandlerContext line) {
      endAfter(times.head(), line);
    }

    /** The first byte of a further head, or one more of what is already timed. */
    void bytesCame(ChannelHandlerContext line) {
      if (ending == null && !over) {
        expectHead(line);
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      if (over) {
        ReferenceCountUtil.release(message);
        return;
      }
      if (message instanceof HttpRequest head) {
        unanswered++;
        inBody = true;
        endAfter(times.of(head), ctx);
      }
      if (message instanceof LastHttpContent) {
        inBody = false;
        cancel();
      }
      super.channelRead(ctx, message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
        throws Exception {
      if (over) {
        ReferenceCountUtil.release(message);
        promise.setFailure(new ClosedChannelException());
        return;
      }
      if (message instanceof HttpResponse answer
          && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
        answering = true;
      }
      if (message instanceof LastHttpContent && answering) {
        answering = false;
        unanswered--;
      }
      super.write(ctx, message, promise);
    }

    private void endAfter(Duration limit, ChannelHandlerContext line) {
      cancel();
      ending =
          line.executor()
              .schedule(() -> tooSlow(limit, line), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tooSlow(Duration limit, ChannelHandlerContext line) {
      boolean serviceIsSlow = inBody && unanswered > 0 && !line.channel().config().isAutoRead();
      if (serviceIsSlow) {
        endAfter(limit, line);
        return;
      }
      over = true;
      ChannelHandlerContext ctx = context;
      boolean isFirstToAnswer = unanswered == (inBody ? 1 : 0) && !answering;
      if (ctx != null && isFirstToAnswer) {
        var unused =
            ctx.writeAndFlush(UnreadableRequests.problem(EdgeRejection.BODY_TOO_SLOW))
                .addListener(ChannelFutureListener.CLOSE);
      } else {
        var unused = line.channel().close();
      }
    }

    void cancel() {
      if (ending != null) {
        ending.cancel(false);
        ending = null;
      }
    }
  }
}

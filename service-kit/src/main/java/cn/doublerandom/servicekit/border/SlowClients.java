package cn.doublerandom.servicekit.border;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Nobody holds a service by slowness at its own port: a head and a body come in time as a whole,
 * however steadily they drip, and a file at a least pace, or they are answered with 408 and the
 * connection ends; an answer that is not read ends it too. The time a service itself takes is not
 * the client's. Netty's own hook for all connections; {@link ServerShape} switches it on.
 */
public final class SlowClients extends ChannelInitializerExtension {
  /** So long nothing need be taken where too much waits for all clients together. */
  static final Duration HURRIED = Duration.ofSeconds(2);

  private static volatile Times times =
      new Times(
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          32_768,
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(20),
          1024,
          head -> false);

  /**
   * How long what may take.
   *
   * @param head from its first byte to its end; of a first request, from the connection on
   * @param body of a request, where it is no file and small
   * @param bodyPerSecond bytes of such a body for which it has a second more
   * @param file of a request whose body is a file
   * @param unread an answer of which the client takes nothing
   * @param pace over which the pace of a file is judged
   * @param leastPerSecond bytes of a file in a second, on the average of that time
   * @param isFile whether the body of this request is a file
   */
  record Times(
      Duration head,
      Duration body,
      long bodyPerSecond,
      Duration file,
      Duration unread,
      Duration pace,
      long leastPerSecond,
      Predicate<HttpRequest> isFile) {

    /**
     * For the whole body, from its head on.
     *
     * @param announced bytes of it; what comes in pieces is a file
     */
    Duration whole(boolean isFile, long announced) {
      return isFile ? file : body.plusSeconds(Math.max(0, announced) / bodyPerSecond);
    }
  }

  static void times(Times all) {
    times = all;
  }

  static Times times() {
    return times;
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst("slow-client", new Line());
  }

  /** The bytes of one connection; on its event loop only. */
  private static final class Line extends ChannelDuplexHandler {
    private final SlowTalk talk = new SlowTalk();
    private final Untaken untaken = new Untaken(this::hurry);
    private @Nullable ChannelHandlerContext context;
    private boolean joined;
    private boolean isSealed;
    private @Nullable Future<?> look;
    private @Nullable Object waiting;
    private long progress;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      context = ctx;
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
      untaken.count(ctx.channel());
      if (look == null) {
        waiting = null;
        lookLater(ctx);
      }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) throws Exception {
      super.flush(ctx);
      untaken.count(ctx.channel());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
      untaken.count(ctx.channel());
      super.channelWritabilityChanged(ctx);
    }

    private void lookLater(ChannelHandlerContext ctx) {
      Duration patience = Untaken.isTooMuch() ? HURRIED : times.unread();
      look =
          ctx.executor()
              .schedule(() -> lookForProgress(ctx), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Too much waits in all: who has taken nothing for a moment is not waited for. */
    private void hurry() {
      ChannelHandlerContext ctx = context;
      if (ctx != null) {
        ctx.executor()
            .execute(() -> {
              if (look != null) {
                look.cancel(false);
                lookLater(ctx);
              }
            });
      }
    }

    /** What is flushed and not taken since the last look will not be taken. */
    @SuppressWarnings("ReferenceEquality") // The same piece, not one that says the same.
    private void lookForProgress(ChannelHandlerContext ctx) {
      look = null;
      untaken.count(ctx.channel());
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
      untaken.none();
      if (look != null) {
        look.cancel(false);
      }
      super.channelInactive(ctx);
    }
  }
}

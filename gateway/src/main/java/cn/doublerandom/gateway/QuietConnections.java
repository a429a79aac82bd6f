package cn.doublerandom.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that ask for nothing. Vert.x counts silence between bytes, so a head sent one
 * byte a minute would stay for ever; here a connection must bring a whole head in time, and may
 * send only a little ahead of the answer it waits for. Netty's own hook for rules over all
 * connections.
 */
public final class QuietConnections extends ChannelInitializerExtension {
  /** More than any head, and than what HTTP/2 lets come before it is asked for more. */
  private static final long HEAD_BYTES = 96 * 1024;

  /** What a client may send ahead of an answer; hardly anybody sends anything. */
  private static final long AHEAD_BYTES = 4 * 1024;

  private static final Map<String, Line> OPEN = new ConcurrentHashMap<>();
  private static volatile Limits limits = new Limits(Duration.ofSeconds(10), Duration.ofMinutes(1));

  /**
   * @param head for the head of the first request
   * @param rest for the head of each further one
   */
  private record Limits(Duration head, Duration rest) {}

  static void limits(Duration head, Duration rest) {
    limits = new Limits(head, rest);
  }

  /**
   * This connection has brought a request.
   *
   * @param promised bytes of its body; -1 where nobody said
   * @return to be run when the request is over
   */
  static Runnable busy(HttpServerRequest request, long promised) {
    var remote = request.connection().remoteAddress(true);
    Line line = remote == null ? null : OPEN.get(remote.hostAddress() + " " + remote.port());
    if (line == null) {
      return () -> {};
    }
    line.begin(most(request.version() == HttpVersion.HTTP_2 ? -1 : promised));
    return line::end;
  }

  /**
   * The head of a request has come; it takes a moment to know whose it is, and a client that is
   * near sends more meanwhile than any head has.
   *
   * @param promised bytes of its body; -1 where nobody said
   */
  static void announced(ChannelPipeline connection, long promised) {
    Line line = connection.get(Line.class);
    if (line != null) {
      line.announced(most(promised));
    }
  }

  /** Twice: TLS needs bytes of its own. */
  private static long most(long promised) {
    return promised < 0 || promised > Long.MAX_VALUE / 4
        ? Long.MAX_VALUE
        : 2 * promised + AHEAD_BYTES;
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst("quiet", new Line());
  }

  private static @Nullable String key(@Nullable SocketAddress address) {
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress() + " " + inet.getPort()
        : null;
  }

  /** One connection; on its event loop only. */
  private static final class Line extends ChannelInboundHandlerAdapter {
    private @Nullable ChannelHandlerContext context;
    private @Nullable String key;
    private @Nullable Future<?> ending;
    private int requests;
    private boolean isAnnounced;
    private long mayRead = HEAD_BYTES;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
      context = ctx;
      key = key(ctx.channel().remoteAddress());
      if (key != null) {
        OPEN.put(key, this);
        endAfter(limits.head());
      }
      super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
      if (key != null) {
        OPEN.remove(key, this);
      }
      cancel();
      super.channelInactive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      if (message instanceof ByteBuf bytes) {
        mayRead -= bytes.readableBytes();
      }
      if (mayRead < 0) {
        ReferenceCountUtil.release(message);
        close(ctx);
      } else {
        super.channelRead(ctx, message);
      }
    }

    /** What comes ahead of an answer is none of it. */
    private void announced(long bytes) {
      if (requests == 0 && !isAnnounced) {
        isAnnounced = true;
        mayRead = Math.max(mayRead, bytes);
      }
    }

    private void begin(long bytes) {
      requests++;
      mayRead = bytes;
      cancel();
    }

    private void end() {
      requests--;
      if (requests == 0) {
        isAnnounced = false;
        mayRead = HEAD_BYTES;
        endAfter(limits.rest());
      }
    }

    private void endAfter(Duration limit) {
      cancel();
      ChannelHandlerContext line = context;
      if (line != null) {
        ending =
            line.executor().schedule(() -> close(line), limit.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    private static void close(ChannelHandlerContext line) {
      var unused = line.channel().close();
    }

    private void cancel() {
      if (ending != null) {
        ending.cancel(false);
        ending = null;
      }
    }
  }
}

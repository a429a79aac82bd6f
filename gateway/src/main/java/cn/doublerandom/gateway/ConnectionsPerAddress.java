package cn.doublerandom.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * No address takes all connections there are: what it opens beyond its share of a port is closed at
 * once. A proxy of the office stands for many and has no share. Netty's own hook for all
 * connections; {@link ServerShape} switches it on.
 */
public final class ConnectionsPerAddress extends ChannelInitializerExtension {
  private static final Map<String, Integer> OPEN = new ConcurrentHashMap<>();
  private static volatile Limits limits = new Limits(Integer.MAX_VALUE, Set.of());

  private record Limits(int each, Set<String> proxies) {}

  static void limits(int each, Set<String> proxies) {
    limits = new Limits(each, Set.copyOf(proxies));
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst("share", new Share());
  }

  /** Whose share of which port it is; null where it has none. */
  private static @Nullable String key(Channel channel) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress remote)
        || remote.getAddress() == null) {
      return null;
    }
    String address = remote.getAddress().getHostAddress();
    if (limits.proxies().contains(address)) {
      return null;
    }
    int port = channel.localAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
    return port + " " + Visitors.shortened(address);
  }

  private static boolean take(String key) {
    int each = limits.each();
    boolean[] taken = {false};
    OPEN.compute(
        key,
        (k, open) -> {
          int before = open == null ? 0 : open;
          taken[0] = before < each;
          return taken[0] ? Integer.valueOf(before + 1) : open;
        });
    return taken[0];
  }

  private static void give(String key) {
    OPEN.computeIfPresent(key, (k, open) -> open > 1 ? open - 1 : null);
  }

  /** One connection; on its event loop only. */
  private static final class Share extends ChannelInboundHandlerAdapter {
    private @Nullable String mine;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
      String key = key(ctx.channel());
      if (key != null && !take(key)) {
        var unused = ctx.channel().close();
        return;
      }
      mine = key;
      super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
      if (mine != null) {
        give(mine);
        mine = null;
      }
      super.channelInactive(ctx);
    }
  }
}

package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.rest.PathGuard;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be read as a request of HTTP/1 never reaches a route; the server would answer it with
 * nothing, and so it would an address that is none. Here it gets a problem like any other refusal,
 * and the connection ends. Netty's own hook for all connections; {@link ServerShape} switches it
 * on.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
public final class UnreadableRequests extends ChannelInitializerExtension {
  /** The characters of an address (RFC 3986); whatever else is meant is written as %XX. */
  private static final String PLAIN = "(?:[A-Za-z0-9._~:/@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}";

  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z]+://[^/?#]*)?" + PLAIN + ")*+(\\?" + PLAIN + "|[?\\[\\]])*+)?");

  /** A name or address and a port; the server would fail at anything else. */
  private static final Pattern HOST =
      Pattern.compile(
          "([A-Za-z0-9._~-]*|\\[[0-9A-Fa-f:.]+])"
              + "(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4}))?");

  private static final Pattern BEFORE_PATH = Pattern.compile("^[A-Za-z]+://[^/?#]*");
  private static volatile String root = "";
  private static volatile int operations;

  /** Under which path everything of this service is. */
  static void root(String path) {
    root = path;
  }

  /** At which port health and figures stand, which are not under that path. */
  static void operations(int port) {
    operations = port;
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(FirstBytes.NAME, new FirstBytes(UnreadableRequests::join));
  }

  /** Begins to look at a connection of HTTP/1, right behind its encoder. */
  private static void join(ChannelPipeline pipeline, String encoder) {
    boolean isForOperations =
        pipeline.channel().localAddress() instanceof InetSocketAddress here
            && here.getPort() == operations;
    var lines = new HeadLines();
    pipeline.addAfter(encoder, "unreadable", new Answering(lines, isForOperations ? "" : root));
    pipeline.addAfter(encoder, "large-answers", new LargeAnswers());
    pipeline.addAfter(encoder, "whole-answers", new WholeAnswers());
    pipeline.addBefore(pipeline.context(HttpRequestDecoder.class).name(), "head-lines", lines);
  }

  /** One connection; on its event loop only. */
  private static final class Answering extends ChannelDuplexHandler {
    private final HeadLines lines;
    private final String root;
    private boolean answering;
    private boolean over;

    private Answering(HeadLines lines, String root) {
      this.lines = lines;
      this.root = root;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      if (over) {
        ReferenceCountUtil.release(message);
        return;
      }
      EdgeRejection refusal = message instanceof HttpObject part ? refusal(part) : null;
      if (refusal == null) {
        if (message instanceof HttpRequest head) {
          declineHttp2(head);
        }
        if (message instanceof HttpObject part) {
          lines.follow(part);
        }
        super.channelRead(ctx, message);
      } else {
        over = true;
        ReferenceCountUtil.release(message);
        refuse(ctx, refusal);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
      if (!HeadLines.FOLDED.equals(event)) {
        super.userEventTriggered(ctx, event);
      } else if (!over) {
        over = true;
        refuse(ctx, EdgeRejection.MALFORMED_REQUEST);
      }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
        throws Exception {
      if (over) {
        ReferenceCountUtil.release(message);
        promise.setFailure(new java.nio.channels.ClosedChannelException());
        return;
      }
      if (message instanceof HttpResponse) {
        answering = true;
      }
      if (message instanceof LastHttpContent) {
        answering = false;
      }
      super.write(ctx, message, promise);
    }

    /** By going on in HTTP/1.1 (RFC 9110 7.8): another protocol would pass every guard by. */
    private static void declineHttp2(HttpRequest head) {
      if (head.headers().containsValue(HttpHeaderNames.UPGRADE, "h2c", true)) {
        head.headers().remove(HttpHeaderNames.UPGRADE).remove("HTTP2-Settings");
      }
    }

    private @Nullable EdgeRejection refusal(HttpObject part) {
      if (part.decoderResult().isFailure()) {
        return switch (part.decoderResult().cause()) {
          // Later lines are the sizes of chunks and what is said beside them.
          case TooLongHttpLineException line when part instanceof HttpRequest ->
              EdgeRejection.ADDRESS_TOO_LONG;
          case TooLongHttpHeaderException head -> EdgeRejection.HEADERS_TOO_LONG;
          default -> EdgeRejection.MALFORMED_REQUEST;
        };
      }
      return part instanceof HttpRequest head ? refusal(head) : null;
    }

    /** One host, or none before HTTP/1.1 (RFC 9112 3.2); one who asks, at most. */
    private @Nullable EdgeRejection refusal(HttpRequest head) {
      HttpVersion version = head.protocolVersion();
      List<String> named = head.headers().getAll(HttpHeaderNames.HOST);
      int hosts = named.size();
      boolean is11 = version.equals(HttpVersion.HTTP_1_1);
      if (head.headers().getAll(HttpHeaderNames.AUTHORIZATION).size() > 1) {
        return EdgeRejection.MALFORMED_REQUEST;
      }
      if (!(is11 ? hosts == 1 : version.equals(HttpVersion.HTTP_1_0) && hosts < 2)) {
        return EdgeRejection.MALFORMED_REQUEST;
      } else if (!named.stream().allMatch(host -> HOST.matcher(host).matches())) {
        return EdgeRejection.HEADER_MALFORMED;
      } else if (!ADDRESS.matcher(head.uri()).matches()) {
        return EdgeRejection.ADDRESS_MALFORMED;
      }
      String path = BEFORE_PATH.matcher(head.uri()).replaceFirst("");
      if (PathGuard.isRefused(path(head))) {
        // The server would walk such a path, out of the root too, and answer for itself.
        return EdgeRejection.PATH_REFUSED;
      }
      return path.startsWith(root) && path.substring(root.length()).matches("([/?;%].*)?")
          ? null
          : EdgeRejection.NOT_FOUND;
    }

    private void refuse(ChannelHandlerContext ctx, EdgeRejection refusal) {
      if (answering) {
        var unused = ctx.close();
        return;
      }
      var unused = ctx.writeAndFlush(problem(refusal)).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Without the name of the house before it and the question behind it. */
  static String path(HttpRequest head) {
    String path = BEFORE_PATH.matcher(head.uri()).replaceFirst("");
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  /** The answer after which a connection ends. */
  static FullHttpResponse problem(EdgeRejection refusal) {
    byte[] problem = PathGuard.problem(refusal).getBytes(StandardCharsets.UTF_8);
    var answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(refusal.status()),
            Unpooled.wrappedBuffer(problem));
    answer
        .headers()
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONTENT_TYPE, ProblemMappers.MEDIA_TYPE)
        .set(HttpHeaderNames.CONTENT_LENGTH, problem.length)
        .set(HttpHeaderNames.CONNECTION, "close");
    AnswerHeaders.ALWAYS.forEach(answer.headers()::set);
    return answer;
  }
}

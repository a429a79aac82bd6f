package cn.doublerandom.gateway;

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
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
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

  static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z]+://[^/?#]*)?" + PLAIN + ")*+(\\?" + PLAIN + "|[?\\[\\]])*+)?");

  /** A name or address and a port; the server would fail at anything else. */
  private static final Pattern HOST =
      Pattern.compile(
          "([A-Za-z0-9._~-]*|\\[[0-9A-Fa-f:.]+])"
              + "(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4}))?");

  /** Where a route may be met: by its path, alone or behind the name of the house. */
  private static final Pattern WITH_PATH = Pattern.compile("([A-Za-z]+://[^/?#]+)?/.*");

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(FirstBytes.NAME, new FirstBytes(new Watched()));
  }

  /** Of HTTP/1 right behind the encoder. */
  private static final class Watched implements FirstBytes.Joining {
    @Override
    public void join(ChannelPipeline pipeline, String encoder) {
      var lines = new HeadLines();
      pipeline.addAfter(encoder, "unreadable", new Answering(lines));
      pipeline.addAfter(encoder, "whole-answers", new WholeAnswers());
      pipeline.addBefore(pipeline.context(HttpRequestDecoder.class).name(), "head-lines", lines);
    }

    @Override
    public void joinHttp2(Http2ConnectionHandler connection) {
      EarlyHttp2.watch(connection);
    }
  }

  /** One connection; on its event loop only. */
  private static final class Answering extends ChannelDuplexHandler {
    private final HeadLines lines;
    private boolean answering;
    private boolean over;

    private Answering(HeadLines lines) {
      this.lines = lines;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      if (over) {
        ReferenceCountUtil.release(message);
        return;
      }
      Refusal refusal = message instanceof HttpObject part ? refusal(part) : null;
      if (refusal == null) {
        if (message instanceof HttpObject part) {
          lines.follow(part);
        }
        if (message instanceof HttpRequest head) {
          QuietConnections.announced(
              ctx.pipeline(),
              HttpUtil.isTransferEncodingChunked(head) ? -1 : HttpUtil.getContentLength(head, 0L));
        }
        super.channelRead(ctx, message);
      } else {
        over = true;
        boolean isForPeople =
            message instanceof HttpRequest head && isForPeople(head.headers().get("Accept"));
        ReferenceCountUtil.release(message);
        refuse(ctx, refusal, isForPeople);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
      if (!HeadLines.FOLDED.equals(event)) {
        super.userEventTriggered(ctx, event);
      } else if (!over) {
        over = true;
        refuse(ctx, Refusal.MALFORMED_REQUEST, false);
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

    private static @Nullable Refusal refusal(HttpObject part) {
      if (part.decoderResult().isFailure()) {
        return switch (part.decoderResult().cause()) {
          // Later lines are the sizes of chunks and what is said beside them.
          case TooLongHttpLineException line when part instanceof HttpRequest ->
              Refusal.ADDRESS_TOO_LONG;
          case TooLongHttpHeaderException head -> Refusal.HEADERS_TOO_LONG;
          default -> Refusal.MALFORMED_REQUEST;
        };
      }
      return part instanceof HttpRequest head ? refusal(head) : null;
    }

    private static @Nullable Refusal refusal(HttpRequest head) {
      HttpVersion version = head.protocolVersion();
      boolean is11 = version.equals(HttpVersion.HTTP_1_1);
      if (!(is11 ? head.headers().contains("Host") : version.equals(HttpVersion.HTTP_1_0))) {
        return Refusal.MALFORMED_REQUEST;
      }
      if (head.headers().getAll("Host").stream().anyMatch(host -> !HOST.matcher(host).matches())) {
        return Refusal.HEADER_REFUSED;
      }
      String uri = head.uri();
      if (!ADDRESS.matcher(uri).matches()) {
        return Refusal.ADDRESS_MALFORMED;
      }
      if (head.method().equals(HttpMethod.CONNECT)) {
        return Refusal.METHOD_REFUSED;
      }
      // As "*", which asks about the server as a whole: no route would be met.
      if (!WITH_PATH.matcher(uri).matches()) {
        return Refusal.PATH_REFUSED;
      }
      return null;
    }

    private void refuse(ChannelHandlerContext ctx, Refusal refusal, boolean isForPeople) {
      if (answering) {
        var unused = ctx.close();
        return;
      }
      var unused =
          ctx.writeAndFlush(answer(refusal, isForPeople)).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Browsers ask for text/html by name; programs ask for JSON or for anything. */
  static boolean isForPeople(@Nullable CharSequence accepted) {
    return accepted != null && accepted.toString().contains("text/html");
  }

  /** The answer after which a connection ends: a problem, or a page for who reads pages. */
  static FullHttpResponse answer(Refusal refusal, boolean isForPeople) {
    String text =
        isForPeople
            ? Answers.page(Part.PUBLICATION, refusal)
            : Answers.problem(refusal.text(Part.PUBLICATION), refusal);
    byte[] told = text.getBytes(StandardCharsets.UTF_8);
    var answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(refusal.status()),
            Unpooled.wrappedBuffer(told));
    answer
        .headers()
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONTENT_TYPE, isForPeople ? Answers.PAGE : Answers.PROBLEM)
        .set(HttpHeaderNames.CONTENT_LENGTH, told.length)
        .set(HttpHeaderNames.CONNECTION, "close");
    if (refusal == Refusal.METHOD_REFUSED) {
      answer.headers().set(HttpHeaderNames.ALLOW, Guard.ALLOWED);
    }
    AnswerHeaders.ALWAYS.forEach(answer.headers()::set);
    return answer;
  }
}

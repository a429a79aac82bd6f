package cn.doublerandom.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Every answer of HTTP/1 says what {@link AnswerHeaders} has it say, whoever wrote it, and a
 * refusal is a problem: the server itself answers some requests before a route is met, with a
 * status alone.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
final class WholeAnswers extends ChannelDuplexHandler {
  /** Of the requests that wait for an answer, whether they asked for the head alone. */
  private final Queue<Boolean> asked = new ArrayDeque<>();

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof HttpRequest head) {
      asked.add(head.method().equals(HttpMethod.HEAD));
    }
    super.channelRead(ctx, message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse answer
        && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      boolean isHeadAlone = Boolean.TRUE.equals(asked.poll());
      super.write(ctx, whole(answer, isHeadAlone), promise);
    } else {
      super.write(ctx, message, promise);
    }
  }

  private static HttpResponse whole(HttpResponse answer, boolean isHeadAlone) {
    HttpResponse whole = answer;
    if (answer instanceof FullHttpResponse full && isBare(full) && !isHeadAlone) {
      whole = problem(full);
      full.release();
    }
    HttpHeaders headers = whole.headers();
    AnswerHeaders.ALWAYS.forEach((name, value) -> {
      if (!headers.contains(name)) {
        headers.set(name, value);
      }
    });
    return whole;
  }

  /** A refusal without a word. */
  private static boolean isBare(FullHttpResponse answer) {
    return answer.status().code() >= HttpResponseStatus.BAD_REQUEST.code()
        && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE)
        && !answer.content().isReadable();
  }

  private static FullHttpResponse problem(FullHttpResponse bare) {
    byte[] problem = Answers.problem(bare.status().code()).getBytes(StandardCharsets.UTF_8);
    var whole =
        new DefaultFullHttpResponse(
            bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(problem));
    bare.headers().forEach(header -> whole.headers().add(header.getKey(), header.getValue()));
    whole
        .headers()
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, problem.length);
    return whole;
  }
}

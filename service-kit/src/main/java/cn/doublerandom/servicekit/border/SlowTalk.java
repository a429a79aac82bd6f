package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Requests and answers of one connection; on its event loop only. */
final class SlowTalk extends ChannelDuplexHandler {
  private @Nullable ChannelHandlerContext context;
  private @Nullable Future<?> ending;
  private @Nullable Future<?> moment;
  private @Nullable Pace pace;
  private boolean isToBeAskedFor;
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
    endAfter(SlowClients.times().head(), line);
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
      beginBody(head, ctx);
    }
    if (message instanceof HttpContent piece && pace != null) {
      isToBeAskedFor = false;
      pace.came(piece.content().readableBytes());
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
    if (message instanceof HttpResponse answer) {
      isToBeAskedFor = false;
      answering = answer.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    }
    if (message instanceof LastHttpContent && answering) {
      answering = false;
      unanswered--;
    }
    super.write(ctx, message, promise);
  }

  private void beginBody(HttpRequest head, ChannelHandlerContext line) {
    SlowClients.Times now = SlowClients.times();
    boolean isFile = now.isFile().test(head);
    endAfter(now.whole(isFile, HttpUtil.getContentLength(head, 0L)), line);
    if (isFile) {
      isToBeAskedFor = HttpUtil.is100ContinueExpected(head);
      Pace mine = new Pace(now.pace(), now.leastPerSecond());
      pace = mine;
      watch(mine, line);
    }
  }

  private void watch(Pace mine, ChannelHandlerContext line) {
    moment =
        line.executor()
            .schedule(
                () -> momentOver(mine, line), mine.moment().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Who was not asked to go on, or is not read, is not slow. */
  private void momentOver(Pace mine, ChannelHandlerContext line) {
    if (isToBeAskedFor || !line.channel().config().isAutoRead()) {
      mine.begin();
    } else if (mine.isTooSlowNow()) {
      end(line);
      return;
    }
    watch(mine, line);
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
    } else {
      end(line);
    }
  }

  private void end(ChannelHandlerContext line) {
    cancel();
    over = true;
    ChannelHandlerContext ctx = context;
    boolean isFirstToAnswer = unanswered == (inBody ? 1 : 0) && !answering;
    if (ctx != null && isFirstToAnswer) {
      var unused =
          ctx.writeAndFlush(
                  UnreadableRequests.problem(
                      inBody ? EdgeRejection.BODY_TOO_SLOW : EdgeRejection.HEAD_TOO_SLOW))
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
    if (moment != null) {
      moment.cancel(false);
      moment = null;
    }
    pace = null;
  }
}

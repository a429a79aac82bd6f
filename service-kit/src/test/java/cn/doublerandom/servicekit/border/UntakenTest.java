package cn.doublerandom.servicekit.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for much and takes nothing holds up nobody else for more than moments. */
class UntakenTest {
  private static final int MEGABYTE = 1_048_576;
  private static final long BEFORE = Untaken.most();

  private final Connection idle = new Connection();
  private final Connection other = new Connection();

  /** A client that may stop to read. */
  private static final class Connection extends EmbeddedChannel {
    private boolean reads = true;

    private Connection() {
      super(new HttpRequestDecoder(), new HttpResponseEncoder());
      freezeTime();
      new SlowClients().postInitializeServerChildChannel(this);
      new UnreadableRequests().postInitializeServerChildChannel(this);
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer answers) throws Exception {
      if (reads) {
        super.doWrite(answers);
      }
    }

    private void ask(String method) {
      writeInbound(
          Unpooled.copiedBuffer(
              method + " /draw HTTP/1.1\r\nHost: a\r\n\r\n", StandardCharsets.US_ASCII));
    }

    private void put(Object message) {
      var unused = write(message);
    }

    /** As the service writes what is long: the head, then piece by piece. */
    private void answerInPieces(int pieces) {
      var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      head.headers().set("Transfer-Encoding", "chunked");
      put(head);
      for (int piece = 0; piece < pieces; piece++) {
        put(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[MEGABYTE])));
      }
      put(LastHttpContent.EMPTY_LAST_CONTENT);
      flush();
    }

    private void answerShortly() {
      var answer =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              HttpResponseStatus.OK,
              Unpooled.copiedBuffer("{}", StandardCharsets.US_ASCII));
      answer.headers().set("Content-Length", 2);
      put(answer);
      flush();
    }

    private String said() {
      var read = new StringBuilder();
      for (ByteBuf part = readOutbound(); part != null; part = readOutbound()) {
        read.append(part.toString(StandardCharsets.ISO_8859_1));
        part.release();
      }
      return read.toString();
    }

    private void wait(Duration time) {
      for (long second = 0; second < time.toSeconds(); second++) {
        advanceTimeBy(1, TimeUnit.SECONDS);
        runPendingTasks();
      }
    }
  }

  @BeforeEach
  void a_service_that_may_hold_two_megabytes() {
    Untaken.most(2 * MEGABYTE);
  }

  @AfterEach
  void nothing_waits_any_more() {
    idle.finishAndReleaseAll();
    other.finishAndReleaseAll();
    assertThat(Untaken.all()).isZero();
    Untaken.most(BEFORE);
  }

  private void nothingIsTaken() {
    idle.reads = false;
    idle.ask("GET");
    idle.answerInPieces(3);
  }

  @Test
  void a_large_answer_is_put_off_while_too_much_waits_and_a_small_one_is_not() {
    nothingIsTaken();
    assertThat(Untaken.all()).isGreaterThan(3 * MEGABYTE);

    other.ask("GET");
    other.answerShortly();
    assertThat(other.said()).startsWith("HTTP/1.1 200 ");

    other.ask("GET");
    other.answerInPieces(1);
    assertThat(other.said())
        .startsWith("HTTP/1.1 503 ")
        .contains("retry-after: 2", "\"code\":\"temporarily-unavailable\"")
        .hasSizeLessThan(2_000);
  }

  @Test
  void what_a_command_did_is_told_however_much_waits() {
    nothingIsTaken();
    other.ask("POST");
    other.answerInPieces(1);
    assertThat(other.said()).startsWith("HTTP/1.1 200 ").hasSizeGreaterThan(MEGABYTE);
  }

  @Test
  void who_takes_nothing_is_hung_up_on_within_seconds_then_and_others_are_served() {
    nothingIsTaken();
    idle.wait(SlowClients.HURRIED.multipliedBy(2));
    assertThat(idle.isOpen()).isFalse();

    other.ask("GET");
    other.answerInPieces(1);
    assertThat(other.said()).startsWith("HTTP/1.1 200 ").hasSizeGreaterThan(MEGABYTE);
  }

  @Test
  void who_takes_what_he_asked_for_is_no_burden() {
    idle.ask("GET");
    idle.answerInPieces(3);
    assertThat(Untaken.all()).isZero();
    assertThat(idle.said()).hasSizeGreaterThan(3 * MEGABYTE);
  }

  @Test
  void who_went_takes_his_share_with_him() {
    nothingIsTaken();
    var unused = idle.close();
    assertThat(Untaken.all()).isZero();
  }
}

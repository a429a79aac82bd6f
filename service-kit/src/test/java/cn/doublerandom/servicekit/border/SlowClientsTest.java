package cn.doublerandom.servicekit.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock of these connections goes only when it is told to. */
class SlowClientsTest {
  private static final Duration HEAD = Duration.ofSeconds(10);
  private static final Duration BODY = Duration.ofSeconds(60);
  private static final Duration FILE = Duration.ofHours(1);
  private static final Duration UNREAD = Duration.ofSeconds(30);
  private static final Duration PACE = Duration.ofSeconds(20);
  private static final String IMPORT =
      "POST /draw/imports HTTP/1.1\r\nHost: a\r\nContent-Length: 500000000\r\n\r\n";
  private static final String POST =
      "POST /draw HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n";
  private static final String GET = "GET /draw HTTP/1.1\r\nHost: a\r\n\r\n";

  private Connection connection = new Connection();

  /** A client that may stop to read. */
  private static final class Connection extends EmbeddedChannel {
    private boolean reads = true;

    private Connection() {
      super(new HttpRequestDecoder(), new HttpResponseEncoder());
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer answers) throws Exception {
      if (reads) {
        super.doWrite(answers);
      }
    }
  }

  /** As it is before any setting was read. */
  private static final SlowClients.Times AS_BUILT = SlowClients.times();

  private static final int PER_SECOND = 32_768;

  @BeforeEach
  void a_connection_as_the_server_makes_it() {
    SlowClients.times(
        new SlowClients.Times(
            HEAD,
            BODY,
            PER_SECOND,
            FILE,
            UNREAD,
            PACE,
            1024,
            head -> head.uri().endsWith("/imports")));
    connection = new Connection();
    connection.freezeTime();
    new SlowClients().postInitializeServerChildChannel(connection);
  }

  @AfterEach
  void nothing_is_left() {
    connection.finishAndReleaseAll();
  }

  private void send(String bytes) {
    connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
  }

  private void wait(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      connection.advanceTimeBy(1, TimeUnit.SECONDS);
      connection.runPendingTasks();
    }
  }

  /** A byte a second, as long as the connection takes it. */
  private void drip(String bytes, Duration time) {
    for (long second = 0; second < time.toSeconds() && connection.isOpen(); second++) {
      send(bytes);
      wait(Duration.ofSeconds(1));
    }
  }

  private String answer() {
    var read = new StringBuilder();
    for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
      read.append(part.toString(StandardCharsets.UTF_8));
      part.release();
    }
    return read.toString();
  }

  private static DefaultFullHttpResponse whole(HttpResponseStatus status) {
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    answer.headers().set("Content-Length", 0);
    return answer;
  }

  private void assertTooSlow() {
    assertTooSlow("body-too-slow", "请求内容传送过慢");
  }

  private void assertTooSlow(String code, String text) {
    assertThat(answer())
        .startsWith("HTTP/1.1 408 ")
        .contains("content-type: application/problem+json")
        .contains("connection: close")
        .contains("\"code\":\"" + code + "\"")
        .contains(text);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_body_that_drips_is_told_so_when_its_whole_time_is_over() {
    send(POST);
    drip("x", BODY.minusSeconds(1));
    assertThat(connection.isOpen()).isTrue();

    drip("x", Duration.ofSeconds(1));

    assertTooSlow();
  }

  @Test
  void a_longer_body_has_a_second_more_for_what_it_announces_and_no_more() {
    Duration share = Duration.ofSeconds(900_000 / PER_SECOND);
    send(POST.replaceFirst("Content-Length: [0-9]+", "Content-Length: 900000"));
    drip("x", BODY.plus(share).minusSeconds(1));
    assertThat(connection.isOpen()).isTrue();

    drip("x", Duration.ofSeconds(1));

    assertTooSlow();
  }

  @Test
  void nobody_holds_a_service_with_a_small_body_for_more_than_a_quarter_of_a_minute() {
    SlowClients.Times asBuilt = AS_BUILT;
    assertThat(asBuilt.whole(false, 0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(asBuilt.whole(false, 16_384)).isEqualTo(Duration.ofSeconds(15));
    assertThat(asBuilt.whole(false, 1_000_000)).isLessThan(Duration.ofSeconds(46));
    assertThat(asBuilt.whole(true, 16_384)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_head_that_drips_is_told_so_too() {
    send("GET /draw HTTP/1.1\r\nX-A: ");
    drip("x", HEAD.minusSeconds(1));
    assertThat(connection.isOpen()).isTrue();

    drip("x", Duration.ofSeconds(1));

    assertTooSlow("head-too-slow", "请求头传送过慢");
  }

  @Test
  void the_head_of_a_further_request_has_its_time_from_its_first_byte() {
    send(GET);
    connection.writeOutbound(whole(HttpResponseStatus.OK));
    assertThat(answer()).startsWith("HTTP/1.1 200");
    wait(Duration.ofMinutes(20));
    assertThat(connection.isOpen()).isTrue();

    send("GET");
    wait(HEAD);

    assertTooSlow("head-too-slow", "请求头传送过慢");
  }

  @Test
  void a_connection_that_asks_nothing_is_ended_without_a_word() {
    wait(HEAD);

    assertThat(answer()).isEmpty();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_large_import_has_the_longer_time_and_no_more() {
    send(IMPORT);
    drip("x".repeat(2_048), FILE.minusSeconds(1));
    assertThat(connection.isOpen()).isTrue();

    wait(Duration.ofSeconds(1));

    assertTooSlow();
  }

  @Test
  void a_file_that_drips_is_broken_off_long_before_its_hour() {
    send(IMPORT);
    drip("x".repeat(1_000), PACE.dividedBy(2).minusSeconds(1));
    assertThat(connection.isOpen()).isTrue();

    drip("x".repeat(1_000), Duration.ofSeconds(1));

    assertTooSlow();
  }

  @Test
  void a_file_that_came_fast_and_then_drips_is_broken_off_too() {
    send(IMPORT + "x".repeat(5_000_000));
    drip("x", PACE);
    assertThat(connection.isOpen()).isTrue();

    drip("x", Duration.ofSeconds(2));

    assertTooSlow();
  }

  @Test
  void a_file_the_service_does_not_read_is_not_the_clients_slowness() {
    send(IMPORT);
    connection.config().setAutoRead(false);
    wait(PACE.multipliedBy(10));
    assertThat(connection.isOpen()).isTrue();
    connection.config().setAutoRead(true);

    wait(PACE);

    assertTooSlow();
  }

  @Test
  void who_asks_before_sending_a_file_is_timed_from_the_word_to_go_on() {
    send(IMPORT.replace("Content-Length", "Expect: 100-continue\r\nContent-Length"));
    wait(PACE);
    connection.writeOutbound(whole(HttpResponseStatus.CONTINUE));
    assertThat(answer()).startsWith("HTTP/1.1 100");
    wait(PACE.dividedBy(2).minusSeconds(1));
    assertThat(connection.isOpen()).isTrue();

    wait(Duration.ofSeconds(2));

    assertTooSlow();
  }

  @Test
  void a_file_that_is_whole_is_not_judged_any_more() {
    send(IMPORT.replace("500000000", "3") + "abc");
    wait(FILE.plusMinutes(1));

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void a_request_that_is_whole_waits_for_its_answer_as_long_as_the_service_takes() {
    send(POST + "x".repeat(9_000));
    wait(FILE);

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void a_service_that_does_not_read_is_not_the_clients_slowness() {
    send(POST);
    connection.config().setAutoRead(false);
    wait(BODY.plusSeconds(1));
    assertThat(connection.isOpen()).isTrue();
    connection.config().setAutoRead(true);

    wait(BODY);

    assertTooSlow();
  }

  @Test
  void who_was_answered_before_his_body_came_is_cut_off_without_a_second_answer() {
    send(POST);
    connection.writeOutbound(whole(HttpResponseStatus.UNAUTHORIZED));
    drip("x", BODY);

    assertThat(answer()).startsWith("HTTP/1.1 401 ").doesNotContain("408");
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void nothing_is_written_into_the_answer_of_another_request() {
    send(GET + POST);
    wait(BODY);

    assertThat(answer()).isEmpty();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void being_told_to_go_on_is_no_answer() {
    send(POST);
    connection.writeOutbound(whole(HttpResponseStatus.CONTINUE));
    assertThat(answer()).startsWith("HTTP/1.1 100");
    wait(BODY);

    assertTooSlow();
  }

  @Test
  void who_does_not_read_his_answer_is_left() {
    send(GET);
    connection.reads = false;
    connection.writeOutbound(whole(HttpResponseStatus.OK));
    wait(UNREAD);
    assertThat(connection.isOpen()).isTrue();

    wait(UNREAD);

    assertThat(connection.isOpen()).isFalse();
    assertThatThrownBy(connection::checkException).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void who_reads_slowly_but_reads_gets_all_of_it() {
    send(GET);
    var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    head.headers().set("Transfer-Encoding", "chunked");
    connection.writeOutbound(head);
    for (int piece = 0; piece < 20; piece++) {
      connection.reads = false;
      connection.writeOutbound(Unpooled.copiedBuffer("piece " + piece, StandardCharsets.US_ASCII));
      wait(UNREAD);
      connection.reads = true;
      connection.flush();
    }
    connection.writeOutbound(new DefaultLastHttpContent());

    assertThat(answer()).contains("piece 0", "piece 19").endsWith("0\r\n\r\n");
    assertThat(connection.isOpen()).isTrue();
  }
}

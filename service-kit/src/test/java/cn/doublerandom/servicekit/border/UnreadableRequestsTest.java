package cn.doublerandom.servicekit.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableRequestsTest {
  private EmbeddedChannel connection = new EmbeddedChannel();

  @BeforeEach
  void a_connection_as_the_server_makes_it() {
    UnreadableRequests.root("/draw");
    connection = new EmbeddedChannel(new HttpRequestDecoder(), new HttpResponseEncoder());
    new UnreadableRequests().postInitializeServerChildChannel(connection);
  }

  private void a_connection_of_operations() {
    UnreadableRequests.operations(8181);
    connection =
        new EmbeddedChannel() {
          @Override
          protected SocketAddress localAddress0() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 8181);
          }
        };
    connection.pipeline().addLast(new HttpRequestDecoder(), new HttpResponseEncoder());
    new UnreadableRequests().postInitializeServerChildChannel(connection);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET /q/health HTTP/1.1⏎Host: a⏎X-A: b⏎ c⏎⏎|malformed-request",
        "GET /q/health HTTP/1.1⏎Host: a⏎X-A: b⏎\tc⏎⏎|malformed-request",
        "GET /q/health HTTP/1.1⏎ X-A: b⏎Host: a⏎⏎|malformed-request",
        "GET /q/health HTTP/1.1⏎⏎|malformed-request",
        "GET /q/../x HTTP/1.1⏎Host: a⏎⏎|path-refused",
        "GET /q/% HTTP/1.1⏎Host: a⏎⏎|address-malformed",
        "GET /q/health HTTP/1.1⏎Host: a b⏎⏎|header-malformed",
        "PRI * HTTP/2.0⏎⏎SM⏎⏎|malformed-request"
      })
  void what_is_no_request_is_told_so_at_the_port_of_operations_too(String request, String code) {
    a_connection_of_operations();
    String answer = answer(expanded(request));
    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"" + code + "\"");
    AnswerHeaders.ALWAYS.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void operations_ask_under_no_root_and_in_http1_alone() {
    a_connection_of_operations();
    assertThat(
            answer(
                expanded(
                    "GET /q/health HTTP/1.1⏎Host: a⏎Connection: Upgrade, HTTP2-Settings⏎Upgrade:"
                        + " h2c⏎HTTP2-Settings: AAMAAABkAAQAAP__⏎⏎")))
        .isEmpty();
    HttpRequest head = connection.readInbound();
    assertThat(head.uri()).isEqualTo("/q/health");
    assertThat(head.headers().contains("Upgrade")).isFalse();
    assertThat(head.headers().contains("HTTP2-Settings")).isFalse();
  }

  private String written(FullHttpResponse answer) {
    assertThat(connection.writeOutbound(answer)).isTrue();
    return answer("");
  }

  @ParameterizedTest
  @CsvSource({
    "400,malformed-request",
    "401,unauthenticated",
    "403,role-missing",
    "404,not-found",
    "405,method-not-allowed",
    "413,request-too-large",
    "418,malformed-request",
    "500,internal-error",
    "503,temporarily-unavailable",
    "507,internal-error"
  })
  void a_refusal_without_a_word_gets_its_words(int status, String code) {
    assertThat(answer(expanded("GET /draw HTTP/1.1⏎Host: a⏎⏎"))).isEmpty();
    var bare =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    bare.headers().set("Content-Length", 0).set("Allow", "GET");

    String answer = written(bare);

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("content-type: application/problem+json", "cache-control: no-store")
        .contains("Allow: GET")
        .contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    AnswerHeaders.ALWAYS.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
  }

  @Test
  void a_refusal_without_a_word_to_who_asked_for_the_head_has_no_body() {
    assertThat(answer(expanded("HEAD /draw HTTP/1.1⏎Host: a⏎⏎"))).isEmpty();
    var bare = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND);
    String answer = written(bare);
    assertThat(answer).contains("X-Content-Type-Options: nosniff").endsWith("\r\n\r\n");
  }

  @Test
  void an_answer_with_words_of_its_own_keeps_them() {
    assertThat(answer(expanded("GET /draw HTTP/1.1⏎Host: a⏎⏎"))).isEmpty();
    var own =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.CONFLICT,
            Unpooled.copiedBuffer("{}", StandardCharsets.UTF_8));
    own.headers().set("Content-Security-Policy", "default-src 'none'; sandbox");
    assertThat(written(own))
        .contains("Content-Security-Policy: default-src 'none'; sandbox")
        .containsOnlyOnce("Content-Security-Policy")
        .contains("X-Frame-Options: DENY")
        .endsWith("\r\n\r\n{}");
  }

  /** As Vert.x does where it looks first whether HTTP/2 begins in clear text. */
  private static final class LooksFirst extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ctx.pipeline().addLast(new HttpRequestDecoder(), new HttpResponseEncoder());
      ctx.pipeline().remove(this);
      ctx.fireChannelRead(message);
    }
  }

  @Test
  void a_first_request_is_looked_at_though_the_codecs_come_with_it() {
    connection = new EmbeddedChannel(new LooksFirst());
    new UnreadableRequests().postInitializeServerChildChannel(connection);
    assertThat(answer(expanded("GET /draw HTTP/1.1⏎Host: a⏎X: b⏎ c⏎⏎"))).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRI * HTTP/2.0⏎⏎SM⏎⏎", "PRI * H", "PRI "})
  void http2_is_not_begun_in_clear_text(String preface) {
    connection = new EmbeddedChannel(new LooksFirst());
    new UnreadableRequests().postInitializeServerChildChannel(connection);
    String answer = answer(expanded(preface));
    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"");
    AnswerHeaders.ALWAYS.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
    assertThat(connection.isOpen()).isFalse();
  }

  @AfterEach
  void nothing_is_left() {
    connection.finishAndReleaseAll();
  }

  private String answer(String request) {
    connection.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.UTF_8));
    var read = new StringBuilder();
    for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
      read.append(part.toString(StandardCharsets.UTF_8));
      part.release();
    }
    return read.toString();
  }

  private static String expanded(String line) {
    return line.replace("⏎", "\r\n").replace("␁", "\u0001").replace("LONG", "x".repeat(20_000));
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET /draw/api?a=清 HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/清 HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/api?a=% HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/api?a=%zz HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/api?a=<b> HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/api?a=\\ HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/[1] HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw#a HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw/api?a=b c HTTP/1.1⏎Host: a⏎⏎|400|malformed-request",
        "NONSENSE⏎⏎|400|malformed-request",
        "GET /draw HTTP/9.9⏎Host: a⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎Host: a⏎Authorization: Bearer a⏎Authorization: Bearer"
            + " b⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎Host: a⏎Host: b⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎no header⏎Host: a⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎X: ␁⏎Host: a⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Content-Length: abc⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Content-Length: -1⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎zz⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎1;a=LONG⏎x⏎|400|malformed-request",
        "GET /draw?LONG HTTP/1.1⏎Host: a⏎⏎|414|address-too-long",
        "GET /draw HTTP/1.1⏎Host: a⏎X: LONG⏎⏎|431|headers-too-long",
        "GET /elsewhere HTTP/1.1⏎Host: a⏎⏎|404|not-found",
        "GET /drawings HTTP/1.1⏎Host: a⏎⏎|404|not-found",
        "OPTIONS * HTTP/1.1⏎Host: a⏎⏎|404|not-found",
        "CONNECT a:80 HTTP/1.1⏎Host: a⏎⏎|404|not-found",
        "GET /../ HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET /draw/../ HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET /draw/.. HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET http://a/draw/../x HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET /draw//x HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET /draw HTTP/1.1⏎Host: a b⏎⏎|400|header-malformed",
        "GET /draw HTTP/1.1⏎Host: a:99999⏎⏎|400|header-malformed"
      })
  void what_is_no_request_is_told_so_and_the_connection_ends(
      String request, int status, String code) {
    String answer = answer(expanded(request));

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("content-type: application/problem+json")
        .contains("connection: close")
        .contains("\"code\":\"" + code + "\"");
    AnswerHeaders.ALWAYS.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
    assertThat(answer).hasSizeGreaterThan(100);
    assertThat(connection.isOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /draw/api?a=%E6%B8%85&b=[1] HTTP/1.1⏎Host: a⏎⏎",
    "GET http://a/draw/api HTTP/1.1⏎Host: a⏎⏎",
    "GET /draw HTTP/1.0⏎⏎",
    "GET /draw?x HTTP/1.1⏎Host: a⏎⏎"
  })
  void a_request_goes_on_to_the_service(String request) {
    assertThat(answer(expanded(request))).isEmpty();
    Object head = connection.readInbound();
    assertThat(head).isInstanceOf(io.netty.handler.codec.http.HttpRequest.class);
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void what_follows_an_unreadable_request_is_not_taken_for_one() {
    String answer = answer(expanded("NONSENSE⏎⏎GET /draw HTTP/1.1⏎Host: a⏎⏎"));

    assertThat(answer).containsOnlyOnce("HTTP/1.1 ");
    Object head = connection.readInbound();
    assertThat(head).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /draw HTTP/1.1⏎Host: a⏎X-A: b⏎ c⏎⏎",
        "GET /draw HTTP/1.1⏎Host: a⏎X-A: b⏎\tc⏎⏎",
        "GET /draw HTTP/1.1⏎Host:⏎ a⏎⏎",
        "GET /draw HTTP/1.1⏎ Host: a⏎⏎",
        "GET /draw HTTP/1.1⏎Host: a⏎ ⏎⏎",
        "GET /draw HTTP/1.1\nHost: a\nX-A: b\n c\n\n"
      })
  void a_header_that_goes_on_in_the_next_line_is_no_header_wherever_the_bytes_are_parted(
      String request) {
    String bytes = expanded(request);
    assertThat(answer(bytes)).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"");
    for (int at = 1; at < bytes.length(); at++) {
      a_connection_as_the_server_makes_it();
      String first = answer(bytes.substring(0, at));
      String both = first + (connection.isOpen() ? answer(bytes.substring(at)) : "");
      assertThat(both).as("parted at " + at).containsOnlyOnce("HTTP/1.1 400");
      assertThat(connection.isOpen()).isFalse();
      connection.finishAndReleaseAll();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /draw HTTP/1.1⏎Host: a⏎Content-Length: 12⏎⏎ a⏎ b⏎⏎ c",
        "POST /draw HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎c⏎ a⏎ b⏎⏎ c⏎0⏎⏎"
      })
  void a_body_may_have_lines_of_any_kind_and_what_follows_it_is_looked_at_again(String request) {
    String bytes = expanded(request);
    assertThat(answer(bytes + "GET /draw HTTP/1.1\r\nHost: a\r\n\r\n")).isEmpty();
    assertThat(connection.isOpen()).isTrue();
    assertThat(heads()).isEqualTo(2);

    for (int at = 1; at <= bytes.length(); at++) {
      a_connection_as_the_server_makes_it();
      assertThat(answer(bytes.substring(0, at))).isEmpty();
      String rest = bytes.substring(at) + "GET /draw HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n";
      assertThat(answer(rest)).as("parted at " + at).startsWith("HTTP/1.1 400");
      assertThat(heads()).isEqualTo(1);
      connection.finishAndReleaseAll();
    }
  }

  private int heads() {
    int heads = 0;
    for (Object part = connection.readInbound(); part != null; part = connection.readInbound()) {
      heads += part instanceof io.netty.handler.codec.http.HttpRequest ? 1 : 0;
      ReferenceCountUtil.release(part);
    }
    return heads;
  }
}

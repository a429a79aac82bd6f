package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.ReferenceCountUtil;
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
    connection = new EmbeddedChannel(new HttpRequestDecoder(), new HttpResponseEncoder());
    new UnreadableRequests().postInitializeServerChildChannel(connection);
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
    return line.replace("⏎", "\r\n")
        .replace("␁", "\u0001")
        .replace("␀", "\0")
        .replace("LONG", "x".repeat(20_000));
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
        "OPTIONS * HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "NONSENSE⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎Host: a b⏎⏎|400|header-refused",
        "GET /draw HTTP/1.1⏎Host: a:b:c⏎⏎|400|header-refused",
        "GET /draw HTTP/1.1⏎Host: a:65536⏎⏎|400|header-refused",
        "GET http:// HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET http://a HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET draw HTTP/1.1⏎Host: a⏎⏎|400|path-refused",
        "GET /draw HTTP/1.1⏎Host: a:⏎⏎|400|header-refused",
        "GET /draw HTTP/1.1⏎Host: a⏎Host: b c⏎⏎|400|header-refused",
        "G␀T /draw HTTP/1.1⏎Host: a⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Content-Length: 3⏎Content-Length: 4⏎⏎|400|malformed-request",
        "GET /registry/api/v1/subjects/% HTTP/1.1⏎Host: a⏎⏎|400|address-malformed",
        "GET /draw HTTP/9.9⏎Host: a⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎no header⏎Host: a⏎⏎|400|malformed-request",
        "GET /draw HTTP/1.1⏎X: ␁⏎Host: a⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Content-Length: abc⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Content-Length: -1⏎⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎zz⏎|400|malformed-request",
        "POST /draw HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎1;a=LONG⏎x⏎|400|malformed-request",
        "GET /draw?LONG HTTP/1.1⏎Host: a⏎⏎|414|address-too-long",
        "GET /draw HTTP/1.1⏎Host: a⏎X: LONG⏎⏎|431|headers-too-long"
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
  @ValueSource(
      strings = {
        "GET /publication/ui/search?search=% HTTP/1.1",
        "GET /publication/ui/search?search={a} HTTP/1.1",
        "GET /publication/ui/results/% HTTP/1.1",
        "OPTIONS * HTTP/1.1"
      })
  void who_looks_with_a_browser_reads_a_page_that_leads_on_where_the_address_is_none(String line) {
    String answer =
        answer(line + "\r\nHost: a\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("content-type: text/html; charset=utf-8")
        .contains("connection: close")
        .contains("<h1>地址", "<p lang=\"en\">The ")
        .contains("<a href=\"/\">")
        .doesNotContain("urn:doublerandom:problem");
    assertThat(connection.isOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /draw/api?a=%E6%B8%85&b=[1] HTTP/1.1⏎Host: a⏎⏎",
    "GET http://a/draw/api HTTP/1.1⏎Host: a⏎⏎",
    "GET /draw HTTP/1.0⏎⏎",
    "GET /draw HTTP/1.1⏎Host: [::1]:8080⏎⏎",
    "GET /draw HTTP/1.1⏎Host: a:65535⏎⏎",
    "GET /draw HTTP/1.1⏎Host:⏎⏎",
    "GET /draw HTTP/1.1⏎Host: bureau-1.example:8080⏎⏎",
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

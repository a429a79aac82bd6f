package cn.doublerandom.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class BareRequestsIT {
  private static final String S = "/registry/api/v1/workdays/due";

  private static String send(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      try {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return "IO " + e.getMessage();
      }
    }
  }

  @Test
  void probe() throws Exception {
    String end = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    String tail = "Host: a\r\nConnection: close\r\n";
    for (String head :
        List.of(
            "GET " + S + "?from=清" + end,
            "GET /registry/api/v1/subjects/清" + end,
            "GET " + S + "?from=%zz" + end,
            "GET " + S + "?from=%" + end,
            "GET /registry/api/v1/subjects/%zz" + end,
            "GET /registry/api/v1/workdays/%zz" + end,
            "GET /registry/api/v1/workdays/due%" + end,
            "GET " + S + "?a=b c" + end,
            "GET " + S + "?a=<>" + end,
            "GET " + S + "?a=[]{}|^`\"" + end,
            "GET " + S + "?a=\\" + end,
            "GET " + S + "#a" + end,
            "GET " + S + " HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET " + S + " HTTP/1.1\r\nHost: b\r\n" + tail + "\r\n",
            "GARBAGE\r\n\r\n",
            "GET " + S + " HTTP/9.9\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.0\r\n\r\n",
            "GET http://a" + S + "?from=x" + end,
            "GET " + S + " HTTP/1.1\r\nbad header\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nb@d : x\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nX: \u0001\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nX: " + "x".repeat(30_000) + "\r\n" + tail + "\r\n",
            "GET " + S + "?a=" + "x".repeat(70_000) + end,
            "GET " + S + "?a=" + "x".repeat(9_000) + end,
            "POST /registry/api/v1/items HTTP/1.1\r\nContent-Length: abc\r\n" + tail + "\r\n",
            "POST /registry/api/v1/items HTTP/1.1\r\nContent-Length: -1\r\n" + tail + "\r\n",
            "POST /registry/api/v1/items HTTP/1.1\r\nContent-Length: 99999999999\r\n" + tail + "\r\n",
            "POST /registry/api/v1/items HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n" + tail + "\r\n0\r\n\r\n",
            "POST /registry/api/v1/items HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + tail + "\r\nzz\r\n\r\n",
            "FOO " + S + end,
            "TRACE " + S + end,
            "OPTIONS " + S + end,
            "OPTIONS *" + end,
            "HEAD " + S + end,
            "PUT " + S + end,
            "GET /registry/nothing" + end,
            "GET /nothing" + end,
            "GET /" + end,
            "GET /registry" + end,
            "GET /registry/q/nothing" + end,
            "GET /registry/q/health/nothing" + end,
            "POST /registry/q/health" + end,
            "POST /registry/q/openapi" + end,
            "GET nothing" + end,
            "GET " + S + " HTTP/1.1\r\nExpect: tea\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nHost: a\r\n\r\n",
            "GET " + S + " HTTP/1.1\r\nAccept: text/html\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nAccept: application/xml\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nAuthorization: Bearer x\r\n" + tail + "\r\n",
            "GET /registry/api/v1/subjects HTTP/1.1\r\nAuthorization: Bearer x\r\n" + tail + "\r\n",
            "GET /registry/api/v1/subjects HTTP/1.1\r\nAuthorization: Basic x\r\n" + tail + "\r\n",
            "GET /registry/api/v1/subjects HTTP/1.1\r\nCookie: \u0001=;;\r\n" + tail + "\r\n",
            "GET " + S + " HTTP/1.1\r\nRange: bytes=9-1\r\n" + tail + "\r\n",
            "POST /registry/api/v1/subjects/imports HTTP/1.1\r\nContent-Type: text/csv\r\n" + tail + "\r\n")) {
      String a = send(head);
      int i = a.indexOf("\r\n\r\n");
      System.out.println(
          "PROBE "
              + head.substring(0, Math.min(90, head.length())).replace("\r\n", "⏎")
              + " → "
              + a.lines().findFirst().orElse("NOTHING")
              + " | "
              + a.lines().filter(l -> l.toLowerCase().startsWith("content-type")).findFirst().orElse("")
              + " | "
              + (i < 0 ? "" : a.substring(i + 4, Math.min(a.length(), i + 180)).replace("\n", " ")));
    }
    assertThat(true).isTrue();
  }
}

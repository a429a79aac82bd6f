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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the service's own port, where no gateway stands before it. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class StrangersBodyIT {
  @ParameterizedTest
  @CsvSource({
    "/registry/api/v1/subjects/1/status, application/json",
    "/registry/api/v1/subjects/imports, text/csv",
    "/registry/api/v1/memory/parked/skip, application/json"
  })
  void a_stranger_is_sent_to_sign_in_before_a_byte_of_his_body_has_come(String address, String type)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(60_000);
      String head =
          "POST "
              + address
              + " HTTP/1.1\r\nHost: a\r\nContent-Type: "
              + type
              + "\r\nContent-Length: 900\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 401".length());

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
    }
  }
}

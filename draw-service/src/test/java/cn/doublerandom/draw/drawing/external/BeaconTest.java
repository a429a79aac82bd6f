package cn.doublerandom.draw.drawing.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.draw.protocol.Entropy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** drand quicknet, by its published rounds. */
class BeaconTest {
  private static JsonNode round() throws Exception {
    return new ObjectMapper()
        .readTree(Path.of("../docs/vectors/drand.json").toFile())
        .path("quicknet")
        .path("rounds")
        .path(0);
  }

  @Test
  void a_round_is_believed_with_the_signature_of_the_chain_and_no_other() throws Exception {
    Beacon beacon = new Beacon(Optional.empty());
    long number = round().path("round").asLong();
    String signature = round().path("signature").asText();
    assertThat(Quicknet.holds(number, signature)).isTrue();
    assertThat(Quicknet.holds(number + 1, signature)).isFalse();
    assertThat(Quicknet.holds(number, "00".repeat(48))).isFalse();
    assertThat(Quicknet.holds(number, "c0" + "00".repeat(47))).isFalse();
    for (int i = 0; i < 96; i += 7) {
      char flipped = signature.charAt(i) == '0' ? '1' : '0';
      assertThat(
              Quicknet.holds(
                  number, signature.substring(0, i) + flipped + signature.substring(i + 1)))
          .as("digit %d", i)
          .isFalse();
    }
    assertThat(
            beacon
                .pasted(new Entropy.DrandPromise(Entropy.QUICKNET, number), signature)
                .randomness())
        .isEqualTo(round().path("randomness").asText());
  }

  @Test
  void a_round_is_fetched_from_the_relay_an_office_chooses() throws Exception {
    String body = round().toString();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/" + Entropy.QUICKNET + "/public/657413",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      var relay = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Beacon beacon = new Beacon(Optional.of(relay));
      Entropy.DrandReveal reveal =
          beacon
              .fetch(new Entropy.DrandPromise(Entropy.QUICKNET, 657413))
              .await()
              .atMost(Duration.ofSeconds(20));
      assertThat(Quicknet.holds(reveal.round(), reveal.signature())).isTrue();
      assertThatThrownBy(() ->
              beacon
                  .fetch(new Entropy.DrandPromise(Entropy.QUICKNET, 657414))
                  .await()
                  .atMost(Duration.ofSeconds(20)))
          .hasMessageContaining("beacon-unreachable");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void without_a_relay_the_round_is_pasted() {
    assertThatThrownBy(() ->
            new Beacon(Optional.empty())
                .fetch(new Entropy.DrandPromise(Entropy.QUICKNET, 1))
                .await()
                .atMost(Duration.ofSeconds(5)))
        .hasMessageContaining("beacon-unreachable");
  }
}

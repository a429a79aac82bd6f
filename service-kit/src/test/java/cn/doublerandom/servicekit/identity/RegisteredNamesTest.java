package cn.doublerandom.servicekit.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.key.BureauKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A colleague is called by his name before he has ever signed in. */
class RegisteredNamesTest {
  private static final BureauKey BUREAU = BureauKey.SEED;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2023-06-16T02:00:00Z"));
  private final AtomicReference<String> said = new AtomicReference<>("");
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer register;
  private RegisteredNames names;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now.get();
        }
      };

  @BeforeEach
  void aRegister() throws IOException {
    register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    register.createContext(
        "/registry/api/v1/inspector-names",
        exchange -> {
          asked.add(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Gateway-Bureau")
                  + " "
                  + exchange.getRequestURI().getQuery());
          boolean isFirst = exchange.getRequestURI().getQuery().endsWith("after=");
          byte[] answer =
              (isFirst ? said.get() : "{\"items\":[{\"account\":\"JC009\",\"name\":\"示例人员九\"}]}")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(answer.length == 0 ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    register.start();
    names =
        new RegisteredNames(
            Optional.of(
                URI.create("http://localhost:" + register.getAddress().getPort() + "/registry")),
            clock);
  }

  @AfterEach
  void closed() {
    register.stop(0);
  }

  private void says(String account, String name) {
    said.set("{\"items\":[{\"account\":\"%s\",\"name\":\"%s\"}]}".formatted(account, name));
  }

  private void met(String token) {
    names.learned(BUREAU, token).await().indefinitely();
  }

  private void called(String account, String name) {
    assertThat(names.of(BUREAU, account)).isEqualTo(name);
  }

  @Test
  void it_is_asked_once_under_the_token_of_who_is_there_and_page_by_page() {
    said.set(
        "{\"items\":[{\"account\":\"JC001\",\"name\":\"示例人员一\"},"
            + "{\"account\":\"JC002\",\"name\":\"\"}],\"next\":\"abc\"}");

    met("token");
    met("another");

    called("JC009", "示例人员九");
    called("JC001", "示例人员一");
    assertThat(names.of(BUREAU, "JC002")).isEmpty();
    assertThat(names.of(BureauKey.of("130599").orElseThrow(), "JC001")).isEmpty();
    assertThat(asked)
        .containsExactly(
            "Bearer token 130534 limit=500&after=", "Bearer token 130534 limit=500&after=abc");
  }

  @Test
  void after_some_minutes_what_the_register_forgot_is_forgotten() {
    says("JC001", "示例人员一");
    met("token");
    called("JC001", "示例人员一");

    says("JC001", "");
    now.set(now.get().plus(Duration.ofMinutes(11)));
    met("token");

    called("JC001", "");
  }

  @Test
  void a_register_that_is_away_takes_no_name_away_and_is_asked_again() {
    says("JC001", "示例人员一");
    met("token");
    called("JC001", "示例人员一");

    said.set("");
    now.set(now.get().plus(Duration.ofMinutes(11)));
    assertThatThrownBy(() -> met("token")).hasMessageContaining("503");
    met("token");
    assertThat(asked).hasSize(2);
    assertThat(names.of(BUREAU, "JC001")).isEqualTo("示例人员一");

    says("JC001", "示例人员二");
    now.set(now.get().plus(Duration.ofMinutes(1)));
    met("token");

    called("JC001", "示例人员二");
  }

  @Test
  void without_an_address_nobody_is_asked() {
    var alone = new RegisteredNames(Optional.empty(), clock);
    alone.learned(BUREAU, "token").await().indefinitely();
    assertThat(alone.of(BUREAU, "JC001")).isEmpty();
    assertThat(asked).isEmpty();
  }
}

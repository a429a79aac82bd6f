package cn.doublerandom.inspection.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.application.DoorCertificates.Certificate;
import cn.doublerandom.inspection.application.DoorCertificates.Shown;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers show at a door is known while they are about, and to no other bureau. */
class CertificatesOfRegisterTest {
  private static final BureauKey BUREAU = BureauKey.SEED;
  private static final Shown SHOWN =
      new Shown("示例人员一", List.of(new Certificate("0305-1", LocalDate.of(2025, 12, 31))));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2023-06-16T00:00:00Z"));
  private final AtomicReference<String> said =
      new AtomicReference<>(
          "{\"items\":[{\"account\":\"JC001\",\"name\":\"示例人员一\",\"certificates\":["
              + "{\"number\":\"0305-1\",\"validUntil\":\"2025-12-31\"},"
              + "{\"number\":\"<b>\\u202e1\",\"validUntil\":\"2025-12-31\"}]},"
              + "{\"account\":\"JC002\",\"name\":\"\",\"certificates\":[]}]}");
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer register;
  private CertificatesOfRegister certificates;

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
        "/registry/api/v1/inspector-certificates",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] answer = said.get().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    register.start();
    certificates =
        new CertificatesOfRegister(
            Optional.of(
                URI.create("http://localhost:" + register.getAddress().getPort() + "/registry")),
            clock);
  }

  @AfterEach
  void closed() {
    register.stop(0);
  }

  private void comes(String token, String... roles) {
    certificates.met(BUREAU, new Token(token, Set.of(roles)));
  }

  private void untilKnown() {
    await().untilAsserted(() -> assertThat(certificates.of(BUREAU, "JC001")).contains(SHOWN));
  }

  @Test
  void they_are_known_once_an_officer_of_the_bureau_has_come_and_to_no_other_bureau() {
    assertThat(certificates.of(BUREAU, "JC001")).isEmpty();

    comes("officer", "inspector");

    untilKnown();
    assertThat(asked).containsExactly("Bearer officer");
    assertThat(certificates.of(BUREAU, "JC002")).isEmpty();
    assertThat(certificates.of(BureauKey.of("130599").orElseThrow(), "JC001")).isEmpty();
  }

  @Test
  void the_register_is_not_asked_in_the_name_of_somebody_it_would_not_tell() {
    comes("auditor", "auditor", "coordinator");
    comes("lead", "unit-lead");

    untilKnown();
    assertThat(asked).containsExactly("Bearer lead");
  }

  @Test
  void who_was_erased_is_a_number_when_the_register_was_asked_again() {
    comes("officer", "inspector");
    untilKnown();

    said.set("{\"items\":[{\"account\":\"JC001\",\"name\":\"\",\"certificates\":[]}]}");
    now.set(now.get().plus(Duration.ofMinutes(11)));
    comes("officer", "inspector");

    await().untilAsserted(() -> assertThat(certificates.of(BUREAU, "JC001")).isEmpty());
  }

  @Test
  void what_was_said_more_than_a_day_of_work_ago_is_not_known() {
    comes("officer", "inspector");
    untilKnown();

    now.set(now.get().plus(Duration.ofHours(12)));
    assertThat(certificates.of(BUREAU, "JC001")).contains(SHOWN);
    now.set(now.get().plusSeconds(1));

    assertThat(certificates.of(BUREAU, "JC001")).isEmpty();
  }

  /** Somebody with roles. */
  private record Token(String raw, Set<String> roles) implements JsonWebToken {
    @Override
    public String getName() {
      return raw;
    }

    @Override
    public String getRawToken() {
      return raw;
    }

    @Override
    public Set<String> getGroups() {
      return roles;
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <T> T getClaim(String name) {
      throw new UnsupportedOperationException(name);
    }
  }
}

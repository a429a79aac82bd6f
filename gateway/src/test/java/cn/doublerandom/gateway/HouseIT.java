package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;

/** A phone of the house asks by the machine's address on the network. */
@QuarkusTest
@TestProfile(HouseIT.OnTheNetwork.class)
@QuarkusTestResource(value = FakeServices.class, restrictToAnnotatedClass = true)
class HouseIT {
  private static final String HOST = "192.168.1.20:8080";

  /** As {@code ./suite up --https 192.168.1.20} has it. */
  public static final class OnTheNetwork implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "suite.gateway.house.address",
          "https://192.168.1.20:8443",
          "suite.gateway.house.authority",
          authority().toString());
    }
  }

  @TestHTTPResource("/")
  URI gateway;

  @TestHTTPResource(value = "/", tls = true)
  URI secure;

  private static byte[] certificate() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(FakeServices.certificate())) {
      store.load(file, "changeit".toCharArray());
    }
    return store.getCertificate("gateway").getEncoded();
  }

  private static Path authority() {
    try {
      Path file = Path.of("target/house-authority.crt").toAbsolutePath();
      return Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(certificate())
              + "\n-----END CERTIFICATE-----\n");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String ask(String line, String host, String further) throws Exception {
    try (Socket socket =
        Sockets.open(
            gateway,
            line + " HTTP/1.1\r\nHost: " + host + "\r\n" + further + "Connection: close\r\n\r\n")) {
      return Sockets.readAll(socket);
    }
  }

  @Test
  void a_phone_reads_how_to_trust_the_house_in_its_language() throws Exception {
    byte[] file =
        Base64.getMimeDecoder()
            .decode(Files.readString(authority()).replaceAll("-----[A-Z ]+-----", "").strip());
    assertThat(ask("GET /ca", HOST, "Accept: text/html\r\n"))
        .startsWith("HTTP/1.1 200")
        .contains("让这台设备信任本系统", AuthorityPage.fingerprint(file), "https://192.168.1.20:8443");
    assertThat(ask("GET /ca", HOST, "Accept: text/html\r\nAccept-Language: en\r\n"))
        .contains("Let this device trust the system")
        .doesNotContain("证书");
    assertThat(ask("GET /ca.crt", HOST, ""))
        .startsWith("HTTP/1.1 200")
        .contains("application/x-x509-ca-cert");
  }

  @Test
  void everything_else_is_sent_on_to_tls_and_nothing_is_taken_in_clear_text() throws Exception {
    assertThat(ask("GET /desk?x=1", HOST, ""))
        .startsWith("HTTP/1.1 308")
        .containsIgnoringCase("location: https://192.168.1.20:8443/desk?x=1");
    assertThat(ask("POST /signin", HOST, "Content-Length: 19\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("tls-needed")
        .doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  void this_machine_and_whoever_comes_over_tls_are_served_as_ever() throws Exception {
    assertThat(ask("GET /signin", "localhost:8080", "Accept: text/html\r\n"))
        .startsWith("HTTP/1.1 200");
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new H2.Anyone()}, null);
    try (Socket socket = context.getSocketFactory().createSocket("127.0.0.1", secure.getPort())) {
      Sockets.send(
          socket,
          String.join(
              "\r\n",
              "GET /signin HTTP/1.1",
              "Host: 192.168.1.20:8443",
              "Accept: text/html",
              "Connection: close",
              "",
              ""));
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200");
    }
  }
}

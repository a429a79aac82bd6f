package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house is trusted by one certificate, and nobody can make another. */
class HouseTlsTest {
  @TempDir Path temporary;

  private HouseTls made(String host) throws Exception {
    var house = new HouseTls(temporary.resolve("tls"), host);
    house.prepare();
    return house;
  }

  private static List<X509Certificate> read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  @Test
  void who_trusts_the_authority_trusts_the_gateway_of_that_host() throws Exception {
    HouseTls house = made("192.168.1.20");
    List<X509Certificate> chain = read(temporary.resolve("tls/gateway.crt"));
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    Certificate authority = read(house.authority()).getFirst();
    trusted.setCertificateEntry("house", authority);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);

    ((X509TrustManager) factory.getTrustManagers()[0])
        .checkServerTrusted(chain.toArray(X509Certificate[]::new), "ECDHE_ECDSA");
    assertThat(chain.getFirst().getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactlyInAnyOrder("192.168.1.20", "localhost", "127.0.0.1");
    assertThat(chain.getFirst().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @Test
  void the_key_of_the_authority_is_nowhere_and_the_gateways_is_its_owners_alone() throws Exception {
    made("office.example");
    try (Stream<Path> files = Files.list(temporary.resolve("tls"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.crt", "gateway.crt", "gateway.key");
    }
    Path key = temporary.resolve("tls/gateway.key");
    assertThat(Files.readString(key)).containsOnlyOnce("BEGIN PRIVATE KEY");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void it_is_kept_for_its_host_made_anew_for_another_and_before_it_ends() throws Exception {
    String first = made("192.168.1.20").fingerprint();
    assertThat(made("192.168.1.20").fingerprint()).isEqualTo(first);
    HouseTls other = made("192.168.1.21");
    assertThat(other.fingerprint()).isNotEqualTo(first);

    Instant end = read(temporary.resolve("tls/gateway.crt")).getFirst().getNotAfter().toInstant();
    assertThat(other.holds(end.minus(Duration.ofDays(31)))).isTrue();
    assertThat(other.holds(end.minus(Duration.ofDays(29)))).isFalse();
  }

  @Test
  void a_fingerprint_is_read_in_groups_of_four() throws Exception {
    assertThat(made("localhost").fingerprint()).matches("([0-9A-F]{4} ){15}[0-9A-F]{4}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "https://192.168.1.20", "192.168.1.20:8443", "a b", "-x", "x,dns:evil", "主机"})
  void what_is_no_host_is_refused_before_anything_is_made(String host) {
    assertThatThrownBy(() -> Given.host(host)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.20", "localhost", "office-1.county.example"})
  void addresses_and_names_are_hosts(String host) throws Refused {
    assertThat(Given.host(host)).isEqualTo(host);
  }
}

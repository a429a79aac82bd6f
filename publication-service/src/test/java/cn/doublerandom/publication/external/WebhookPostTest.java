package cn.doublerandom.publication.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.publication.application.WebhookHosts.Checked;
import cn.doublerandom.publication.webhook.WebhookAddress;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver with https whose certificate an authority of the county gave it. */
class WebhookPostTest {
  private static final String NAME = "receiver.county.invalid";
  private static final String PASSWORD = "made-for-this-run";
  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
  private static @TempDir Path directory;
  private static Vertx vertx;
  private static HttpsServer receiver;
  private static Path authority;

  @BeforeAll
  static void a_receiver() throws Exception {
    Path keys = directory.resolve("keys.p12");
    keytool(keys, "-genkeypair", "-alias", "authority", "-dname", "CN=County", "-ext", "bc:c");
    keytool(
        keys,
        "-genkeypair",
        "-alias",
        "receiver",
        "-signer",
        "authority",
        "-dname",
        "CN=receiver",
        "-ext",
        "san=dns:" + NAME);
    authority = directory.resolve("authority.pem");
    keytool(keys, "-exportcert", "-rfc", "-alias", "authority", "-file", authority.toString());
    receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
    receiver.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          RECEIVED.add(
              exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", "")
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("webhook-id")
                  + " "
                  + new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopped() {
    receiver.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void nothing_was_received() {
    RECEIVED.clear();
  }

  private static void keytool(Path keys, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:+UseSerialGC",
                "-J-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "30"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static SSLContext tls(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    store.deleteEntry("authority");
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  /** No name server knows the name: whoever was checked is connected to, and nobody asked again. */
  private static Checked to(String name) {
    return new Checked(
        new WebhookAddress(true, name, receiver.getAddress().getPort(), "/hook?to=us"),
        InetAddress.getLoopbackAddress());
  }

  private static int post(Optional<Path> authorities, String name) throws Exception {
    return new WebhookPost(vertx, authorities)
        .post(to(name), Map.of("webhook-id", "msg_1"), "{\"data\":\"公示\"}");
  }

  @Test
  void is_told_where_the_house_trusts_that_authority() throws Exception {
    assertThat(post(Optional.of(authority), NAME)).isEqualTo(204);
    assertThat(RECEIVED).containsExactly(NAME + "/hook?to=us msg_1 {\"data\":\"公示\"}");
  }

  @Test
  void is_told_nothing_where_nobody_here_trusts_it() {
    assertThatThrownBy(() -> post(Optional.empty(), NAME))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SSLHandshakeException.class);
    assertThat(RECEIVED).isEmpty();
  }

  @Test
  void is_told_nothing_by_a_name_its_certificate_does_not_have() {
    assertThatThrownBy(() -> post(Optional.of(authority), "another.county.invalid"))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SSLHandshakeException.class);
    assertThat(RECEIVED).isEmpty();
  }

  @Test
  void a_file_without_certificates_is_no_trust() throws Exception {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");

    assertThatThrownBy(() -> WebhookTrust.with(empty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty.pem");
    assertThatThrownBy(() -> WebhookTrust.with(directory.resolve("missing.pem")))
        .isInstanceOf(IllegalStateException.class);
  }
}

package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.person.MasterKey;
import cn.doublerandom.publication.webhook.SealedSecret;
import cn.doublerandom.publication.webhook.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the secrets of subscriptions, and seals them under the master key of the house. */
@ApplicationScoped
public class WebhookSecrets {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Optional<Path> masterKey;

  @Inject
  WebhookSecrets(@ConfigProperty(name = "suite.person-master-key") Optional<Path> masterKey) {
    this.masterKey = masterKey;
  }

  WebhookSecret next() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return WebhookSecret.of(secret);
  }

  SealedSecret sealed(Scope scope, String id, WebhookSecret secret) {
    return new SealedSecret(
        secret.fingerprint(), master().wrap(about(scope, id), secret.text().getBytes(UTF_8)));
  }

  /** The secret again; what is of another subscription opens nothing. */
  public WebhookSecret opened(Scope scope, String id, SealedSecret sealed) {
    return new WebhookSecret(new String(master().unwrap(about(scope, id), sealed.sealed()), UTF_8));
  }

  private static String about(Scope scope, String id) {
    return "webhook/" + scope.name() + "/" + id;
  }

  private MasterKey master() {
    try {
      return MasterKey.keptIn(
          masterKey.orElseThrow(() ->
              new IllegalStateException(
                  "suite.person-master-key must name a file with 32 bytes in base64")));
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be read", e);
    }
  }
}

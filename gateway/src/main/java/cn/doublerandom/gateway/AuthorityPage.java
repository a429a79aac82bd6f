package cn.doublerandom.gateway;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;

/**
 * {@code /ca}: whom a phone of the house has to trust, how that is done, and how to see that nobody
 * put another in its place; {@code /ca.crt} is the certificate itself.
 */
@ApplicationScoped
class AuthorityPage {
  private static final int OK = 200;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int OF_A_FINGERPRINT = 4;

  private final Vertx vertx;
  private final GatewaySettings.House settings;
  private final Template page;

  AuthorityPage(Vertx vertx, GatewaySettings settings, @Location("gateway/ca") Template page) {
    this.vertx = vertx;
    this.settings = settings.house();
    this.page = page;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.AUTHORITY).handler(context -> answer(context, Addresses.AUTHORITY));
    router
        .route(Addresses.AUTHORITY_FILE)
        .handler(context -> answer(context, Addresses.AUTHORITY_FILE));
  }

  private void answer(RoutingContext context, String address) {
    var asked = new OwnPage(vertx, context, address);
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
    } else if (settings.authority().isEmpty() || settings.address().isEmpty()) {
      asked.refuse(Refusal.HOUSE_NOT_CONFIGURED);
    } else {
      URI secure = settings.address().get();
      Future<X509Certificate> authority =
          vertx
              .fileSystem()
              .readFile(settings.authority().get().toString())
              .map(AuthorityPage::certificate);
      if (address.equals(Addresses.AUTHORITY_FILE)) {
        authority
            .map(AuthorityPage::encoded)
            .onSuccess(file -> asked.send("application/x-x509-ca-cert", file))
            .onFailure(context::fail);
      } else {
        authority
            .map(certificate -> page(asked, certificate, secure))
            .onSuccess(html -> asked.show(OK, html))
            .onFailure(context::fail);
      }
    }
  }

  private String page(OwnPage asked, X509Certificate authority, URI secure) {
    Look look = Look.of(asked.request());
    return page.data("english", look.readsEnglish())
        .data("secure", secure.toString())
        .data("name", authority.getSubjectX500Principal().getName())
        .data("until", authority.getNotAfter().toInstant().atZone(CHINA).toLocalDate())
        .data("fingerprint", fingerprint(encoded(authority).getBytes()))
        .setLocale(look.locale())
        .render();
  }

  private static X509Certificate certificate(Buffer file) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(file.getBytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate of the house is none", e);
    }
  }

  private static Buffer encoded(X509Certificate authority) {
    try {
      return Buffer.buffer(authority.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As phones show it: SHA-256 of the certificate, in groups that can be read aloud. */
  static String fingerprint(byte[] certificate) {
    try {
      String hex =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate))
              .toUpperCase(Locale.ROOT);
      var groups = new StringBuilder();
      for (int at = 0; at < hex.length(); at += OF_A_FINGERPRINT) {
        groups.append(at == 0 ? "" : " ").append(hex, at, at + OF_A_FINGERPRINT);
      }
      return groups.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

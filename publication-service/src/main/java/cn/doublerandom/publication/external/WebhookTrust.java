package cn.doublerandom.publication.external;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom the certificate of a receiver may come from: the authorities the JDK knows, and those of a
 * file of the house, for authorities of the county that have one of their own.
 */
final class WebhookTrust {
  private WebhookTrust() {}

  /**
   * The authorities of both.
   *
   * @param file certificates in PEM, one after the other
   * @throws IllegalStateException where it cannot be read or holds none: who says whom he trusts is
   *     not told later that he did not
   */
  static TrustOptions with(Path file) {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (Certificate known :
          managers(null).flatMap(one -> Stream.of(one.getAcceptedIssuers())).toList()) {
        all.setCertificateEntry("jdk-" + number++, known);
      }
      for (Certificate own : certificates(file)) {
        all.setCertificateEntry("house-" + number++, own);
      }
      return TrustOptions.wrap(managers(all).findFirst().orElseThrow());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no certificates to trust in " + file, e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (read.isEmpty()) {
        throw new IOException("it holds no certificate");
      }
      return read;
    }
  }

  private static Stream<X509TrustManager> managers(@Nullable KeyStore of)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(of);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast);
  }
}

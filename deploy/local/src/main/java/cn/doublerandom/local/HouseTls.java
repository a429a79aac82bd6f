package cn.doublerandom.local;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The certificate by which phones and desks of the house come in over TLS (ADR 0046). An authority
 * signs this one certificate and its key is gone: nobody can make another that the phones of the
 * house would trust. Another host, or the last month, brings another authority.
 *
 * @param directory of the gateway, closed to others
 * @param host a name or an address of this machine on the network of the house
 */
record HouseTls(Path directory, String host) {
  private static final Duration LAST_MONTH = Duration.ofDays(30);

  /** The most that phones accept of a certificate somebody trusted by hand. */
  private static final String DAYS = "820";

  private static final String PASSWORD = "SUITE_STORE_PASSWORD";
  private static final int PASSWORD_BITS = 256;
  private static final int OF_A_LINE = 64;
  private static final int OF_A_FINGERPRINT = 4;

  /** What phones have to trust. */
  Path authority() {
    return directory.resolve("ca.crt");
  }

  private Path chain() {
    return directory.resolve("gateway.crt");
  }

  private Path key() {
    return directory.resolve("gateway.key");
  }

  /** Makes what is missing, has ended, or is of another host. */
  void prepare() throws IOException, InterruptedException {
    PrivateFile.directory(directory);
    if (!holds(Instant.now())) {
      make();
    }
  }

  boolean holds(Instant now) throws IOException {
    if (!Files.exists(authority()) || !Files.exists(chain()) || !Files.exists(key())) {
      return false;
    }
    try (InputStream file = Files.newInputStream(chain())) {
      var own = (X509Certificate) x509().generateCertificate(file);
      return own.getNotAfter().toInstant().isAfter(now.plus(LAST_MONTH)) && names(own);
    } catch (GeneralSecurityException unreadable) {
      return false;
    }
  }

  private boolean names(X509Certificate own) throws GeneralSecurityException {
    Collection<List<?>> names = own.getSubjectAlternativeNames();
    return names != null && names.stream().anyMatch(name -> name.get(1).equals(host));
  }

  private void make() throws IOException, InterruptedException {
    Path work = directory.resolve("making.p12");
    Files.deleteIfExists(work);
    String password = new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(36);
    String mark = HexFormat.of().formatHex(new SecureRandom().generateSeed(4));
    try {
      keytool(
          work,
          password,
          List.of(
              "-alias",
              "authority",
              "-dname",
              "CN=double-random " + mark + ", OU=" + host,
              "-ext",
              "bc:critical=ca:true,pathlen:0",
              "-ext",
              "ku:critical=keyCertSign"));
      keytool(
          work,
          password,
          List.of(
              "-alias",
              "gateway",
              "-signer",
              "authority",
              "-dname",
              "CN=" + host,
              "-ext",
              "ku:critical=digitalSignature",
              "-ext",
              "eku=serverAuth",
              "-ext",
              "san=" + (isAddress() ? "ip:" : "dns:") + host + ",dns:localhost,ip:127.0.0.1"));
      take(work, password);
    } finally {
      Files.deleteIfExists(work);
    }
  }

  private void keytool(Path store, String password, List<String> further)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:-UsePerfData",
                "-J-XX:+UseSerialGC",
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                DAYS,
                "-storetype",
                "PKCS12",
                "-storepass:env",
                PASSWORD,
                "-keystore",
                store.toString()));
    command.addAll(further);
    ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
    keytool.environment().put(PASSWORD, password);
    Process process = keytool.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool 没有生成证书 keytool made no certificate: " + said.strip());
    }
  }

  /** The key of the authority is not taken. */
  private void take(Path store, String password) throws IOException {
    try {
      KeyStore made = KeyStore.getInstance(store.toFile(), password.toCharArray());
      Certificate[] chain = made.getCertificateChain("gateway");
      var both = new StringBuilder();
      for (Certificate one : chain) {
        both.append(pem("CERTIFICATE", one.getEncoded()));
      }
      PrivateFile.put(
          key(),
          pem("PRIVATE KEY", made.getKey("gateway", password.toCharArray()).getEncoded())
              .getBytes(StandardCharsets.US_ASCII));
      PrivateFile.put(chain(), both.toString());
      PrivateFile.put(
          authority(), pem("CERTIFICATE", made.getCertificate("authority").getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            kind,
            Base64.getMimeEncoder(OF_A_LINE, new byte[] {'\n'}).encodeToString(content),
            kind);
  }

  private boolean isAddress() {
    return host.matches("[0-9.]+") || host.contains(":");
  }

  /** As phones show it: SHA-256 of the authority's certificate. */
  String fingerprint() throws IOException {
    try (InputStream file = Files.newInputStream(authority())) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(x509().generateCertificate(file).getEncoded());
      String hex = HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
      return hex.replaceAll("(.{" + OF_A_FINGERPRINT + "})(?!$)", "$1 ");
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has X.509 and SHA-256", e);
    }
  }

  private static CertificateFactory x509() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509");
  }

  /** Where it is reached. */
  String address(Ports ports) {
    return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + ports.house();
  }

  /** What the gateway is told of it. */
  Map<String, String> settings(Ports ports) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.http.host", isLoopback() ? "127.0.0.1" : "0.0.0.0");
    settings.put("quarkus.http.ssl-port", Integer.toString(ports.house()));
    settings.put("quarkus.http.insecure-requests", "enabled");
    settings.put("quarkus.tls.key-store.pem.house.cert", chain().toString());
    settings.put("quarkus.tls.key-store.pem.house.key", key().toString());
    settings.put("suite.gateway.house.address", address(ports));
    settings.put("suite.gateway.house.authority", authority().toString());
    return settings;
  }

  private boolean isLoopback() {
    return host.equals("localhost") || host.startsWith("127.");
  }
}

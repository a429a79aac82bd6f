package cn.doublerandom.eventstore.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.ledger.LaneTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The public keys of the ledgers whose topics are read, one verifier key a line. A ledger named
 * {@code …/draw} tells on the topics {@code draw.…}; a line that begins with {@code #} is skipped.
 */
public final class LogKeys implements LaneTrust {
  static final String SEAL = "dr/seal/1\n";

  private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Map<String, PublicKey> keys;

  private LogKeys(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  public static LogKeys read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /** Keys as lines {@code name+hash+base64}. */
  public static LogKeys of(List<String> lines) throws IOException {
    Map<String, PublicKey> keys = new HashMap<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.strip().split("\\+", 3);
        try {
          byte[] typed = Base64.getDecoder().decode(parts.length == 3 ? parts[2] : "");
          if (typed.length != 33 || typed[0] != 1) {
            throw new IOException("not the key of a ledger: " + line);
          }
          byte[] encoded = X509_ED25519.clone();
          encoded = java.util.Arrays.copyOf(encoded, encoded.length + 32);
          System.arraycopy(typed, 1, encoded, X509_ED25519.length, 32);
          keys.put(
              parts[0].substring(parts[0].lastIndexOf('/') + 1),
              KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
          throw new IOException("not the key of a ledger: " + line, e);
        }
      }
    }
    return new LogKeys(keys);
  }

  private static String service(String topic) {
    return topic.substring(0, Math.max(0, topic.indexOf('.')));
  }

  @Override
  public boolean hasKey(String topic) {
    return keys.containsKey(service(topic));
  }

  @Override
  public boolean isSealed(String topic, String hash, String seal) {
    PublicKey key = keys.get(service(topic));
    if (key == null || seal.isEmpty()) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update((SEAL + hash + "\n").getBytes(UTF_8));
      return check.verify(Base64.getDecoder().decode(seal));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}

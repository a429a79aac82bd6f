package cn.doublerandom.servicekit.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.doublerandom.eventstore.person.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What was done just now, as the address says to which one is sent then. Addresses are typed, kept
 * and sent on by anybody: so it carries a proof that this account was sent to this page with this
 * word, and says nothing to another, of another page, or later.
 */
@ApplicationScoped
class JustDone {
  static final String PARAMETER = "done";

  /** Longer than anybody waits for a page, and shorter than what was done is news. */
  private static final Duration NEWS = Duration.ofMinutes(10);

  private static final int DIGITS = 32;
  private static final Pattern GIVEN =
      Pattern.compile("([a-z][a-z-]{0,30})\\.([0-9]{1,12})\\.([0-9a-f]{" + DIGITS + "})");

  private final Supplier<MasterKey> key;

  @Inject
  JustDone(@ConfigProperty(name = "suite.person-master-key") Optional<Path> file) {
    this(() -> kept(file));
  }

  /**
   * @param key that all processes of a service have
   */
  JustDone(Supplier<MasterKey> key) {
    this.key = key;
  }

  private static MasterKey kept(Optional<Path> file) {
    try {
      return MasterKey.keptIn(
          file.orElseThrow(() ->
              new IllegalStateException(
                  "suite.person-master-key must name a file with 32 bytes in base64")));
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be read", e);
    }
  }

  /** The word with its proof. */
  String said(String word, String account, String page, Instant now) {
    String second = Long.toString(now.getEpochSecond());
    return word + "." + second + "." + proof(word, account, page, second);
  }

  /** The word that is proven; none where it is not. */
  Optional<String> proven(String given, String account, String page, Instant now) {
    Matcher parts = GIVEN.matcher(given);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Duration since =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(2))), now).abs();
    String proof = proof(parts.group(1), account, page, parts.group(2));
    return since.compareTo(NEWS) <= 0
            && MessageDigest.isEqual(proof.getBytes(US_ASCII), parts.group(3).getBytes(US_ASCII))
        ? Optional.of(parts.group(1))
        : Optional.empty();
  }

  private String proof(String word, String account, String page, String second) {
    return key.get()
        .proof(String.join("\n", "just-done", account, page, word, second))
        .substring(0, DIGITS);
  }
}
